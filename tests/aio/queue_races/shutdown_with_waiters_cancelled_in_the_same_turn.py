import asyncio

async def getter(q, name):
    try:
        print(name, 'got', await q.get())
    except asyncio.QueueShutDown as error:
        print(name, repr(error))
    except asyncio.CancelledError:
        print(name, 'cancelled', q)
        raise

async def putter(q, name):
    try:
        await q.put(name)
        print(name, 'put')
    except asyncio.QueueShutDown as error:
        print(name, repr(error))
    except asyncio.CancelledError:
        print(name, 'cancelled', q)
        raise

async def joiner(q):
    await q.join()
    print('joined', q)

async def main():
    for immediate in (True, False):
        q = asyncio.Queue(1)
        q.put_nowait('x')
        tasks = [asyncio.create_task(putter(q, f'p{i}')) for i in range(3)]
        tasks.append(asyncio.create_task(joiner(q)))
        await asyncio.sleep(0)
        tasks[0].cancel()
        print(q.get_nowait(), q)
        q.shutdown(immediate)
        tasks[1].cancel()
        try:
            q.put_nowait('late')
        except asyncio.QueueShutDown:
            print('late refused', q)
        await asyncio.sleep(0)
        try:
            q.task_done()
        except ValueError as error:
            print(error)
        print(await asyncio.gather(*tasks, return_exceptions=True))
        q = asyncio.PriorityQueue()
        tasks = [asyncio.create_task(getter(q, f'g{i}')) for i in range(4)]
        await asyncio.sleep(0)
        q.put_nowait(2)
        tasks[0].cancel()
        tasks[2].cancel()
        q.put_nowait(1)
        q.shutdown(immediate=immediate)
        print(q)
        print(await asyncio.gather(*tasks, return_exceptions=True))
        q.shutdown(not immediate)
        try:
            q.get_nowait()
        except Exception as error:
            print(type(error).__name__)

asyncio.run(main())
