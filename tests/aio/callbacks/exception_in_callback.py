import asyncio


def broken(x):
    return 1 / x


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken, 0)
    await asyncio.sleep(1)
    print('the loop goes on')


asyncio.run(main())
