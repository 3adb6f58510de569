# Whether a callback is timed is decided before it runs.
import asyncio
import time


def switch(loop, on):
    time.sleep(1)
    loop.set_debug(on)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(switch, loop, True)
    loop.call_soon(switch, loop, False)
    loop.call_soon(switch, loop, False)
    await asyncio.sleep(5)


asyncio.run(main())
