import asyncio

async def fail(text, delay):
    await asyncio.sleep(delay)
    raise ValueError(text)

async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail('outer', 1))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail('inner', 1))
                await asyncio.sleep(5)
    except BaseExceptionGroup as caught:
        print(repr(caught))
    print(asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    print('goes on')

asyncio.run(main())
