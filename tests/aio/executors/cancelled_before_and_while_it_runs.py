import asyncio
import concurrent.futures
import time

def work(n):
    time.sleep(n)
    print('worked', n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        a = loop.run_in_executor(pool, work, 2)
        b = loop.run_in_executor(pool, work, 1)
        c = asyncio.create_task(asyncio.wait_for(loop.run_in_executor(pool, work, 3), 1))
        await asyncio.sleep(0.5)
        print(b.cancel(), a.cancel(), b.cancelled(), a.cancelled())
        print(await asyncio.gather(a, b, c, return_exceptions=True))
        print(loop.time())
    print(loop.time())
    try:
        await asyncio.shield(asyncio.wait_for(asyncio.to_thread(work, 2), 1))
    except TimeoutError:
        print('late', loop.time())
    await loop.shutdown_default_executor()
    print(loop.time())
    try:
        loop.run_in_executor(None, work, 1)
    except RuntimeError as error:
        print(error)
    try:
        pool.submit(work, 1)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
