import asyncio

async def arrive(n, barrier):
    place = await barrier.wait()
    print(n, place, barrier)

async def main():
    barrier = asyncio.Barrier(2)
    tasks = [asyncio.create_task(arrive(n, barrier)) for n in range(4)]
    for _ in range(6):
        await asyncio.sleep(0)
        print(barrier, len(barrier._cond._waiters))
    await asyncio.gather(*tasks)

asyncio.run(main())
