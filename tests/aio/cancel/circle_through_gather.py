import asyncio


tasks = []


async def one():
    await asyncio.gather(tasks[1])


async def two():
    await tasks[0]


async def main():
    tasks.extend([asyncio.create_task(one()), asyncio.create_task(two())])
    await asyncio.sleep(1)
    try:
        print(tasks[0].cancel('x'))
    except RecursionError as e:
        print('RecursionError', e)
    print(tasks[1].done(), tasks[0].done())
    await asyncio.sleep(1)
    print('end')


try:
    asyncio.run(main())
except RecursionError as e:
    print(repr(e))
