import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for value in (1, 0, 'x', '', None, [1], True):
        loop.set_debug(value)
        print(repr(loop.get_debug()), loop)
        await asyncio.sleep(0)
    loop.slow_callback_duration = 2
    print(loop.slow_callback_duration)
    loop.set_debug(False)


asyncio.run(main())
