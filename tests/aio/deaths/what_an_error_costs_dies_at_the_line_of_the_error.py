import asyncio


class Guest:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


async def letter():
    pass


def fails(kept):
    raise ValueError(kept)


def host():
    for one in reversed([Guest('waiting'), letter(), 'first']):
        fails(Guest('of the error'))


async def main():
    try:
        host()
    except ValueError:
        print('caught')
    print('after it')

asyncio.run(main())
