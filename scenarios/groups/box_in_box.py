import asyncio


async def play(who, beats):
    try:
        await asyncio.sleep(beats)
    except asyncio.CancelledError:
        print(f"the {who} falls silent")
        raise
    print(f"the {who} ends its part")


async def strings():
    async with asyncio.TaskGroup() as quartet:
        quartet.create_task(play("violin", 1), name="Violin")
        quartet.create_task(play("cello", 5), name="Cello")
        await asyncio.sleep(2)
        raise OSError("a string broke")


async def main():
    try:
        async with asyncio.TaskGroup() as orchestra:
            orchestra.create_task(strings(), name="Strings")
            orchestra.create_task(play("drum", 6), name="Drum")
    except* OSError as outer:
        print("outer group:", outer.exceptions[0].message)
        print("inside it:", outer.exceptions[0].exceptions[0])


asyncio.run(main())
