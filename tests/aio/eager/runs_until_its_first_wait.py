import asyncio

async def work(n):
    print('begins', n)
    await asyncio.sleep(1)
    print('goes on', n)
    return n

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    tasks = [asyncio.create_task(work(n)) for n in range(2)]
    print(tasks)
    print(await asyncio.gather(*tasks))

asyncio.run(main())
