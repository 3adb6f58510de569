import asyncio


def bad():
    return 1 / 0


def schedule(loop):
    loop.call_soon(bad)


async def main():
    schedule(asyncio.get_running_loop())
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
