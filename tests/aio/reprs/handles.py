import asyncio


def note(x):
    pass


async def main():
    loop = asyncio.get_running_loop()
    soon, later = loop.call_soon(note, 1), loop.call_later(5, note, 'x')
    print(soon)
    print(later)
    later.cancel()
    print(later)


asyncio.run(main())
