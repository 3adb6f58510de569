import asyncio


async def nobody():
    pass


def down(levels):
    if levels:
        down(levels - 1)
    else:
        nobody()
        asyncio.get_running_loop().call_soon(bad)


def bad():
    raise ValueError('bad')


async def main():
    down(2)
    await asyncio.sleep(0)
    down(12)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
