import asyncio


async def pick(what, hours):
    print(f"pick {what}")
    await asyncio.sleep(hours)
    return f"{hours} baskets of {what}"


async def main():
    async with asyncio.TaskGroup() as harvest:
        apples = harvest.create_task(pick("apples", 3), name="Apples")
        pears = harvest.create_task(pick("pears", 2), name="Pears")
        print("everybody has work")
    print("main has", apples.result())
    print("main has", pears.result())


asyncio.run(main())
