import asyncio

async def main():
    q = asyncio.Queue()
    for n in range(3):
        q.put_nowait(n)
    q.get_nowait()
    joiner = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    print(q, joiner.done())
    q.task_done()
    await joiner
    try:
        q.task_done()
    except ValueError as exc:
        print(exc)
    q.shutdown(immediate=True)
    print(q, q.empty())

asyncio.run(main())
