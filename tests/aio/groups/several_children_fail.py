import asyncio

async def fail(n, when):
    await asyncio.sleep(when)
    raise RuntimeError(n)

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise OSError('while leaving')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for n in range(3):
                group.create_task(fail(n, 1))
            group.create_task(stubborn())
            group.create_task(fail('late', 2))
    except ExceptionGroup as caught:
        print(caught)
        for one in caught.exceptions:
            print(repr(one), repr(one.__context__))

asyncio.run(main())
