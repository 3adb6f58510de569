import asyncio

async def collect(tasks):
    for one in asyncio.as_completed(tasks):
        print('got', await one)

async def main():
    tasks = [asyncio.create_task(asyncio.sleep(n, n)) for n in (1, 3)]
    collector = asyncio.create_task(collect(tasks))
    await asyncio.sleep(2)
    collector.cancel()
    print(await asyncio.gather(collector, *tasks, return_exceptions=True))

asyncio.run(main())
