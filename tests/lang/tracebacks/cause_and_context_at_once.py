a = ValueError('a')
a.__context__ = KeyError('context')
a.__cause__ = TypeError('cause')
a.__cause__.__context__ = a.__context__
a.__suppress_context__ = False
raise a
