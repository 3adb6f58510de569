import asyncio

async def fail(text, delay):
    await asyncio.sleep(delay)
    raise ValueError(text)

async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            other = outer.create_task(asyncio.sleep(10))
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(fail('inner', 1))
            except* ValueError as caught:
                print('inner', caught.exceptions)
            print('outer goes on', other)
            other.cancel()
    except BaseExceptionGroup as caught:
        print('never', caught)
    print(other.cancelled())

asyncio.run(main())
