import asyncio

order = []


async def worker(name, lock):
    for _ in range(2):
        async with lock:
            order.append(name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(worker(n, lock)) for n in 'abc']
    await asyncio.sleep(0)
    lock.release()
    await asyncio.gather(*tasks)
    print(''.join(order))


asyncio.run(main())
