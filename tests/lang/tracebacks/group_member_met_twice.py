error = ValueError('once')
group = ExceptionGroup('group', [error, error, ExceptionGroup('inner', [error])])
other = KeyError('other')
other.__context__ = error
error.__cause__ = other
raise group
