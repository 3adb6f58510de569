import asyncio
import time


async def beat():
    for count in range(1, 4):
        print(f"beat {count}")
        await asyncio.sleep(2)


def saw(boards):
    time.sleep(boards)
    return f"{boards} boards"


async def main():
    drum = asyncio.create_task(beat(), name="Drum")
    await asyncio.sleep(0)
    print("sawed in the loop:", saw(3))
    print("sawed in a thread:", await asyncio.to_thread(saw, 3))
    await drum


asyncio.run(main())
