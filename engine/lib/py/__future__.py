"""Names that programs import to choose behaviour; the compiler looks at the import itself."""

__all__ = ['annotations', 'generator_stop', 'division', 'absolute_import', 'print_function',
           'unicode_literals', 'with_statement', 'nested_scopes', 'generators', 'barry_as_FLUFL']


class _Feature:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f'_Feature({self._name!r})'


for _name in __all__:
    globals()[_name] = _Feature(_name)
