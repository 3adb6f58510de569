import asyncio
import time


def work():
    time.sleep(1000)
    print('at last', time.monotonic())


async def main():
    asyncio.get_running_loop().run_in_executor(None, work)


asyncio.run(main())
print('run ends', time.monotonic())
