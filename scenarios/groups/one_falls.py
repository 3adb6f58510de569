import asyncio


async def climb(name, hours, fall_after=None):
    try:
        for hour in range(1, hours + 1):
            await asyncio.sleep(1)
            print(f"{name} climbs, hour {hour}")
            if hour == fall_after:
                raise RuntimeError(f"{name} slipped")
    except asyncio.CancelledError:
        print(f"{name} turns back")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as rope:
            rope.create_task(climb("Ana", 4), name="Ana")
            rope.create_task(climb("Ben", 4, fall_after=2), name="Ben")
            rope.create_task(climb("Cleo", 1), name="Cleo")
    except* RuntimeError as group:
        for error in group.exceptions:
            print("the hut hears:", error)


asyncio.run(main())
