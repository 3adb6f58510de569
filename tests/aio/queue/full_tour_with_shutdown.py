import asyncio


async def main():
    q = asyncio.Queue(2)
    print(q, repr(q), q.maxsize)
    for i in (1, 2):
        await q.put(i)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e))
    p = [asyncio.create_task(q.put(i), name=f'p{i}') for i in (3, 4, 5)]
    await asyncio.sleep(0)
    print(q)
    p[0].cancel()
    await asyncio.sleep(0)
    print(q, p[0])
    print(await q.get(), await q.get(), await q.get(), await q.get(), q)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    g = [asyncio.create_task(q.get(), name=f'g{i}') for i in range(3)]
    await asyncio.sleep(0)
    print(q)
    q.put_nowait('a')
    g[0].cancel()
    print(await asyncio.gather(*g[1:2], return_exceptions=True), q)
    print([x.cancelled() for x in g])
    g[2].cancel()
    print(q._unfinished_tasks)
    for _ in range(5):
        q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    await q.join()
    pq = asyncio.PriorityQueue()
    lq = asyncio.LifoQueue()
    for x in (3, 1, 2):
        await pq.put((x, 'v'))
        await lq.put(x)
    print(pq, lq, pq.qsize(), [pq.get_nowait() for _ in range(3)], [lq.get_nowait() for _ in range(3)])
    q = asyncio.Queue(-1)
    print(q.full(), q.maxsize, q.empty(), q)
    q = asyncio.Queue(1)
    await q.put(1)
    pt = asyncio.create_task(q.put(2))
    await asyncio.sleep(0)
    q.shutdown()
    print(q)
    print(await asyncio.gather(pt, return_exceptions=True))
    print(await q.get())
    for c in (q.get, lambda: q.put(1)):
        try:
            await c()
        except asyncio.QueueShutDown as e:
            print(repr(e))
    q = asyncio.Queue()
    await q.put(1)
    await q.put(2)
    j = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    await j
    print(q, q.empty())
    q = asyncio.Queue()
    gt = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.shutdown()
    print(await asyncio.gather(gt, return_exceptions=True))

    class Q(asyncio.Queue):
        pass
    print(Q(3))
    print(str(Q()).split(' ')[0])
    print(asyncio.Queue[int])


asyncio.run(main())
