import asyncio
import time


def blocking(name, seconds):
    print(name, 'begins', time.monotonic())
    time.sleep(seconds)
    print(name, 'ends', time.monotonic())
    return name.upper()


async def tick():
    for i in range(4):
        print('tick', i)
        await asyncio.sleep(0.5)


async def main():
    ticking = asyncio.create_task(tick())
    print(await asyncio.to_thread(blocking, 'a', 1.2))
    print(await asyncio.to_thread(blocking, seconds=0.2, name='b'))
    await ticking


asyncio.run(main())
