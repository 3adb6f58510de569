import asyncio

async def slow(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, 'done')
        return name
    except asyncio.CancelledError as error:
        print(name, 'cancelled', error.args, asyncio.current_task().cancelling())
        raise

async def member(name):
    inner = asyncio.create_task(slow(name + ' inner', 2), name=name + '-inner')
    try:
        async with asyncio.timeout(1) as limit:
            async with asyncio.TaskGroup() as group:
                group.create_task(slow(name + ' child', 3))
                await asyncio.shield(inner)
    except TimeoutError as error:
        print(name, 'late', repr(error), repr(error.__cause__), limit)
    print(name, asyncio.current_task().cancelling(), inner)
    return await inner

async def main():
    a = asyncio.create_task(member('a'))
    b = asyncio.create_task(asyncio.wait_for(asyncio.shield(member('b')), 1.5))
    print(await asyncio.gather(a, b, return_exceptions=True))
    await asyncio.sleep(2)

asyncio.run(main())
