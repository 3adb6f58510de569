import asyncio
import time


async def beat():
    for count in range(1, 6):
        print(f"beat {count}")
        await asyncio.sleep(1)


def saw(boards):
    time.sleep(boards)
    return f"{boards} boards"


async def main():
    drum = asyncio.create_task(beat(), name="Drum")
    await asyncio.sleep(0)
    print("sawed in the loop:", saw(2))
    print("sawed in a thread:", await asyncio.to_thread(saw, 2))
    await drum


asyncio.run(main())
