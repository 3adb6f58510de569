import asyncio


async def waiter(tasks):
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        print('wait cancelled, tasks go on:', [t.done() for t in tasks])
        raise


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(n, n)) for n in (2, 3)]
    w = asyncio.create_task(waiter(tasks))
    await asyncio.sleep(1)
    w.cancel()
    done, pending = await asyncio.wait([w])
    print(w.cancelled(), await asyncio.gather(*tasks))


asyncio.run(main())
