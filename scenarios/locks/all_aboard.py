import asyncio


async def hiker(name, hours, hut):
    await asyncio.sleep(hours)
    print(f"{name} reaches the hut")
    place = await hut.wait()
    print(f"{name} goes on, place {place}")
    await asyncio.sleep(1)
    await hut.wait()
    print(f"{name} is at the top")


async def main():
    hut = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as group:
        for name, hours in (("Ida", 2), ("Jon", 1), ("Kim", 4)):
            group.create_task(hiker(name, hours, hut), name=name)


asyncio.run(main())
