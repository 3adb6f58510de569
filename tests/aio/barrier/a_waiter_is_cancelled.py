import asyncio

async def arrive(n, barrier):
    try:
        print(n, await barrier.wait())
    except asyncio.CancelledError:
        print(n, 'cancelled', barrier)
        raise

async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(arrive(n, barrier)) for n in range(2)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(barrier)
    tasks += [asyncio.create_task(arrive(n, barrier)) for n in (2, 3)]
    print(await asyncio.gather(*tasks, return_exceptions=True))

asyncio.run(main())
