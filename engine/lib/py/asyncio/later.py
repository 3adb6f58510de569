"""What asyncio has and Coroscope does not run: refused by name when it is called."""


def refuse(name, prefix='asyncio.'):
    def refused(*args, **kwargs):
        raise NotImplementedError(f'Coroscope does not run {prefix}{name}() yet')

    refused.__name__ = refused.__qualname__ = name
    return refused
