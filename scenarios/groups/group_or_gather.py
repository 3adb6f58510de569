import asyncio


async def bake(cake, hours):
    await asyncio.sleep(hours)
    if cake == "soufflé":
        raise ValueError("it fell in")
    print(f"the {cake} is done")


async def with_gather():
    try:
        await asyncio.gather(bake("soufflé", 1), bake("tart", 2))
    except ValueError as error:
        print("gather:", error)


async def with_group():
    try:
        async with asyncio.TaskGroup() as oven:
            oven.create_task(bake("soufflé", 1))
            oven.create_task(bake("pie", 2))
    except* ValueError as errors:
        print("group:", errors.exceptions[0])


async def main():
    await with_gather()
    await with_group()
    print("main is done")


asyncio.run(main())
