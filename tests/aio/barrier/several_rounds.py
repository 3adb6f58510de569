import asyncio

async def runner(n, barrier):
    for lap in range(3):
        await asyncio.sleep(n)
        place = await barrier.wait()
        print('lap', lap, 'runner', n, 'place', place, asyncio.get_running_loop().time())

async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(runner(1, barrier), runner(2, barrier))

asyncio.run(main())
