class Lock:
    async def __aenter__(self):
        print('aenter')
        return 'handle'

    async def __aexit__(self, kind, value, tb):
        print('aexit', kind and kind.__name__)
        return kind is ValueError


async def main():
    async with Lock() as h:
        print('body', h)
    async with Lock(), Lock() as second:
        raise ValueError('swallowed')
    print('after')
    try:
        async with Lock():
            raise KeyError('kept')
    except KeyError as error:
        print('caught', error)


try:
    main().send(None)
except StopIteration:
    print('end')
