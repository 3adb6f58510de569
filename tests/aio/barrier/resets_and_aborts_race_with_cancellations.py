import asyncio

async def party(barrier, name):
    try:
        index = await barrier.wait()
        print(name, 'through', index, barrier.n_waiting, barrier.broken)
    except asyncio.BrokenBarrierError as error:
        print(name, 'broken', error, barrier)
    except asyncio.CancelledError:
        print(name, 'cancelled', barrier)
        raise

async def main():
    barrier = asyncio.Barrier(3)
    first = [asyncio.create_task(party(barrier, f'a{i}')) for i in range(2)]
    await asyncio.sleep(0)
    first[0].cancel()
    late = asyncio.create_task(party(barrier, 'late'))
    await barrier.reset()
    print('reset', barrier)
    again = [asyncio.create_task(party(barrier, f'b{i}')) for i in range(3)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await barrier.abort()
    print('abort', barrier)
    print(await asyncio.gather(*first, late, *again, return_exceptions=True))
    await party(barrier, 'after')
    await barrier.reset()
    print(barrier)
    c = [asyncio.create_task(party(barrier, f'c{i}')) for i in range(4)]
    await asyncio.sleep(0)
    c[2].cancel()
    await asyncio.sleep(0)
    print(barrier)
    await barrier.abort()
    c[1].cancel()
    print(await asyncio.gather(*c, return_exceptions=True))
    await barrier.reset()
    async with asyncio.timeout(1):
        async with asyncio.TaskGroup() as group:
            for i in range(3):
                group.create_task(party(barrier, f'd{i}'))
            await barrier.reset()

asyncio.run(main())
