import asyncio
import time


async def main():
    asyncio.get_running_loop().run_in_executor(None, time.sleep, 10)
    asyncio.get_running_loop().run_in_executor(None, print, 'at once')
    await asyncio.sleep(1)
    print('main ends', time.monotonic())


asyncio.run(main())
print('run ends', time.monotonic())
