import asyncio

async def main():
    q = asyncio.Queue()
    loop = asyncio.get_running_loop()
    loop.call_later(1, q.put_nowait, 'just in time')
    try:
        print(await asyncio.wait_for(q.get(), 1))
    except TimeoutError:
        print('timeout', q, loop.time())
    await asyncio.sleep(0)
    print(q)
    loop.call_later(2, q.put_nowait, 'too late')
    try:
        print(await asyncio.wait_for(q.get(), 1))
    except TimeoutError:
        print('timeout', q)
    print(await q.get())

asyncio.run(main())
