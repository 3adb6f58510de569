import asyncio


async def runner(name, start):
    print(f"{name} is at the line")
    await start.wait()
    print(f"{name} runs")


async def late(name, start):
    await asyncio.sleep(3)
    await start.wait()
    print(f"{name} comes late and runs on")


async def main():
    start = asyncio.Event()
    async with asyncio.TaskGroup() as race:
        race.create_task(runner("Ana", start), name="Ana")
        race.create_task(runner("Ben", start), name="Ben")
        race.create_task(late("Cleo", start), name="Cleo")
        await asyncio.sleep(2)
        print("ready, steady, go")
        start.set()
        print("the flag is up")


asyncio.run(main())
