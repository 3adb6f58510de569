import asyncio


class Weird:
    def __await__(self):
        yield 'not a future'


class Bare:
    def __await__(self):
        yield


async def main():
    await Bare()
    print('bare yield is one turn')
    try:
        await Weird()
    except RuntimeError as error:
        print(str(error).split(': ')[0], str(error).split(': ')[-1])


asyncio.run(main())
