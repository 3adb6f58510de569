import asyncio


async def fetch(part):
    await asyncio.sleep(1)
    if part == "wheel":
        raise KeyError(part)
    if part == "motor":
        raise TimeoutError(f"no {part} before Friday")
    try:
        await asyncio.sleep(5)
    finally:
        print(f"the {part} goes back to the store")


async def main():
    try:
        async with asyncio.TaskGroup() as garage:
            for part in ("door", "wheel", "motor"):
                garage.create_task(fetch(part), name=part.title())
    except* TimeoutError as late:
        print("late:", [str(e) for e in late.exceptions])
    except* KeyError as lost:
        print("unknown:", [e.args[0] for e in lost.exceptions])
    print("the garage is open again")


asyncio.run(main())
