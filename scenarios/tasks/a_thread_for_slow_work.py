import asyncio
import time


def develop(film):
    print(f"{film} goes into the bath")
    time.sleep(4)
    return f"{film}: 24 pictures"


async def tick(name):
    for second in (1, 2, 3):
        await asyncio.sleep(1)
        print(f"{name}: {second}")


async def main():
    clock = asyncio.create_task(tick("Clock"), name="Clock")
    result = await asyncio.to_thread(develop, "film 7")
    print(result)
    await clock


asyncio.run(main())
