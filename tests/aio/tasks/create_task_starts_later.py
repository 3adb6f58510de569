import asyncio


async def work():
    print('work')
    return 1


async def main():
    task = asyncio.create_task(work())
    print('created', task.done())
    await asyncio.sleep(0)
    print('one turn later', task.done())
    print(await task, task.result())


asyncio.run(main())
