import asyncio

async def fail(text, delay):
    await asyncio.sleep(delay)
    raise ValueError(text)

async def inner_part():
    try:
        async with asyncio.TaskGroup() as inner:
            inner.create_task(asyncio.sleep(10))
            inner.create_task(fail('inner, too', 1))
    except* ValueError as caught:
        print('inner part', caught.exceptions, asyncio.current_task().cancelling())
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail('outer', 1))
            outer.create_task(inner_part())
    except BaseExceptionGroup as caught:
        print(repr(caught))

asyncio.run(main())
