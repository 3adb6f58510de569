import asyncio

async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    try:
        await asyncio.wait_for(q.join(), 1)
    except TimeoutError:
        print('not finished', q)
    q.get_nowait()
    asyncio.get_running_loop().call_later(1, q.task_done)
    await q.join()
    print('finished', asyncio.get_running_loop().time())
    await q.join()

asyncio.run(main())
