import asyncio


async def racer(name, seconds):
    try:
        await asyncio.sleep(seconds)
        return name
    except asyncio.CancelledError:
        print(name, 'gives up')
        raise


async def main():
    tasks = [asyncio.create_task(racer(n, s)) for n, s in (('a', 2), ('b', 1), ('c', 3))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print('winner', done.pop().result(), [t.cancelled() for t in tasks])


asyncio.run(main())
