import asyncio
import time


def produce(loop, queue):
    for i in range(3):
        time.sleep(0.5)
        asyncio.run_coroutine_threadsafe(queue.put(i), loop).result()
        print('produced', i, time.monotonic())
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def items():
    queue = asyncio.Queue(1)
    future = asyncio.get_running_loop().run_in_executor(
        None, produce, asyncio.get_running_loop(), queue)
    while (item := await queue.get()) is not None:
        yield item
    await future


async def main():
    async for item in items():
        print('item', item, time.monotonic())
        await asyncio.sleep(1)


asyncio.run(main())
