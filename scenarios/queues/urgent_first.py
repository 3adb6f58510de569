import asyncio


async def nurse(queue):
    while not queue.empty():
        urgency, name = await queue.get()
        print(f"{name} is treated")
        await asyncio.sleep(2)


async def main():
    queue = asyncio.PriorityQueue()
    queue.put_nowait((3, "Ole with a cough"))
    queue.put_nowait((2, "Eva with a sprain"))
    tina = asyncio.create_task(nurse(queue), name="Tina")
    await asyncio.sleep(1)
    queue.put_nowait((1, "Max with a broken leg"))
    print("Max is carried in")
    await tina
    print("the room is empty")


asyncio.run(main())
