import asyncio


async def first(lock, tasks):
    async with lock:
        await tasks['second']


async def second(queue):
    await queue.join()


async def third(lock, queue):
    await queue.get()
    async with lock:
        queue.task_done()


async def main():
    lock, queue = asyncio.Lock(), asyncio.Queue()
    queue.put_nowait('item')
    tasks = {}
    tasks['first'] = asyncio.create_task(first(lock, tasks), name='first')
    tasks['second'] = asyncio.create_task(second(queue), name='second')
    tasks['third'] = asyncio.create_task(third(lock, queue), name='third')
    await asyncio.gather(*tasks.values())


asyncio.run(main())
