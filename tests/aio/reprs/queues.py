import asyncio


async def main():
    q = asyncio.Queue(maxsize=2)
    print(q)
    q.put_nowait('a')
    print(q, repr(q))
    q.put_nowait('b')
    putter = asyncio.create_task(q.put('c'))
    await asyncio.sleep(0)
    print(q)
    q.get_nowait()
    q.task_done()
    await putter
    empty = asyncio.Queue()
    getter = asyncio.create_task(empty.get())
    await asyncio.sleep(0)
    print(empty)
    getter.cancel()


asyncio.run(main())
