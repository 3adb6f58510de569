import asyncio


async def worker(n):
    done = 0
    try:
        while True:
            await asyncio.sleep(n)
            done += 1
    except asyncio.CancelledError:
        print(f'worker {n} did {done}')
        raise


async def main():
    tasks = [asyncio.create_task(worker(n)) for n in (1, 2, 3)]
    await asyncio.sleep(6.5)
    for t in tasks:
        t.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(r).__name__ for r in results])


asyncio.run(main())
