import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop)
    loop.set_debug(True)
    print(loop.get_debug(), loop)
    await asyncio.sleep(0)
    loop.set_debug(False)
    print(loop.get_debug())


asyncio.run(main())
asyncio.run(main(), debug=True)
