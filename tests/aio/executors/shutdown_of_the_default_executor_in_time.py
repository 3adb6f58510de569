import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, time.sleep, 2)
    await loop.shutdown_default_executor(timeout=5)
    print(time.monotonic(), future.done())
    await asyncio.sleep(0)
    print(future.done())


asyncio.run(main())
