import asyncio

async def wait(n):
    await asyncio.wait_for(tasks[1 - n], 5)

async def main():
    tasks.extend(asyncio.create_task(wait(n), name=f'waits {n}') for n in range(2))
    await asyncio.sleep(1)
    print(tasks[0])
    future = asyncio.get_running_loop().create_future()
    future.set_result([future])
    print(future)
    print([len(repr(task)) for task in tasks])

tasks = []
asyncio.run(main())
