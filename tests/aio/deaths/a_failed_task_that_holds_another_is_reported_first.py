import asyncio

tasks = []


async def holds(task):
    raise ValueError('holds')


async def fails_later():
    await asyncio.sleep(0)
    raise KeyError('the first one')


async def is_held():
    tasks.append(asyncio.create_task(holds(asyncio.current_task())))
    raise KeyError('the one that is held')


async def main():
    tasks.append(asyncio.create_task(fails_later()))
    tasks.append(asyncio.create_task(is_held()))
    await asyncio.sleep(1)
    print(len(tasks))

asyncio.run(main())
tasks.clear()
print('cleared')
