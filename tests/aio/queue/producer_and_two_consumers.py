import asyncio


async def producer(q):
    for i in range(6):
        await asyncio.sleep(0.1)
        await q.put(i)
        print(f'put {i}')
    for _ in range(2):
        await q.put(None)


async def consumer(name, q, pause):
    while (item := await q.get()) is not None:
        print(f'{name} got {item}')
        await asyncio.sleep(pause)
    print(name, 'stops')


async def main():
    q = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(q), consumer('fast', q, 0.15), consumer('slow', q, 0.4))


asyncio.run(main())
