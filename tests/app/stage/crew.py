import asyncio

async def hiker(name, secs):
    await asyncio.sleep(secs)
    await gate.wait()
    print(f"{name} is through the gate")
    async with bell:
        await bell.wait()
        print(f"{name} heard the bell")
        await asyncio.sleep(0.2)

async def main():
    global gate, bell
    gate = asyncio.Barrier(3)
    bell = asyncio.Condition()
    async with asyncio.TaskGroup() as crew:
        for name, secs in [("Ann", 0.1), ("Ben", 0.3), ("Cyd", 0.2)]:
            crew.create_task(hiker(name, secs))
        await asyncio.sleep(0.5)
        async with bell:
            bell.notify(2)
        await asyncio.sleep(1)
        async with bell:
            bell.notify_all()

asyncio.run(main())
