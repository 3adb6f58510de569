class Swallow:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print('saw', repr(value))
        return kind is not None and issubclass(kind, self.kinds)


with Swallow(ValueError):
    raise ValueError('gone')
print('after')
try:
    with Swallow(ValueError):
        raise KeyError('stays')
except KeyError as error:
    print('caught', error)
