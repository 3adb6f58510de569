import asyncio

async def swimmer(name, secs):
    async with lanes:
        print(f"{name} swims")
        await asyncio.sleep(secs)
    async with desk:
        print(f"{name} signs")
        await asyncio.sleep(0.5)
    await gong.wait()

async def main():
    global lanes, desk, gong
    lanes = asyncio.Semaphore(2)
    desk = asyncio.Lock()
    gong = asyncio.Event()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(swimmer("Ann", 0.4))
        tg.create_task(swimmer("Ben", 0.6))
        tg.create_task(swimmer("Cyd", 0.6))
        tg.create_task(swimmer("Dan", 0.7))
        tg.create_task(swimmer("Eve", 0.5))
        tg.create_task(swimmer("Fay", 0.4))
        await asyncio.sleep(3.5)
        gong.set()

asyncio.run(main())
