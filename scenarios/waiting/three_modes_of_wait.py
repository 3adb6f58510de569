import asyncio


async def dive(name, seconds):
    await asyncio.sleep(seconds)
    if name == "Ben":
        raise OSError("his mask leaks")


async def main():
    ada = asyncio.create_task(dive("Ada", 1), name="Ada")
    ben = asyncio.create_task(dive("Ben", 3), name="Ben")
    cleo = asyncio.create_task(dive("Cleo", 5), name="Cleo")
    team = [ada, ben, cleo]
    for mode in (
        asyncio.FIRST_COMPLETED,
        asyncio.FIRST_EXCEPTION,
        asyncio.ALL_COMPLETED,
    ):
        done, pending = await asyncio.wait(team, return_when=mode)
        up = sorted(task.get_name() for task in done)
        print(f"{mode}: {up}")
    print(f"Ben says: {ben.exception()}")


asyncio.run(main())
