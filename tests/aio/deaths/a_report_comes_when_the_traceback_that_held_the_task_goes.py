import asyncio

tasks = []


async def follows():
    await tasks[0]


async def fails(future):
    future.set_exception(ValueError('early'))
    last = asyncio.create_task(follows())
    await asyncio.gather(future)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(fails(future)))
    try:
        await asyncio.shield(tasks[0])
    except ValueError as error:
        print('first', repr(error))
    await tasks[0]

asyncio.run(main())
