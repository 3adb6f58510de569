import asyncio

async def waiter(cond, name, ready):
    async with cond:
        try:
            await cond.wait_for(lambda: ready)
            print(name, 'woke', cond)
        except asyncio.CancelledError:
            print(name, 'cancelled holding', cond.locked())
            raise
        finally:
            await asyncio.sleep(0)

async def main():
    ready = []
    lock = asyncio.Lock()
    cond = asyncio.Condition(lock)
    tasks = [asyncio.create_task(waiter(cond, f'w{i}', ready)) for i in range(5)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify(2)
        tasks[0].cancel()
        tasks[2].cancel()
        ready.append(1)
        print(cond)
    await asyncio.sleep(0)
    tasks[1].cancel()
    async with lock:
        cond.notify_all()
        tasks[4].cancel()
        tasks[4].uncancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(cond, lock)
    try:
        cond.notify()
    except RuntimeError as error:
        print(error)
    try:
        await cond.wait()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
