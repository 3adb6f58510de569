import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print('child leaves')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(1)
            raise KeyError('in the body')
    except BaseExceptionGroup as caught:
        print(repr(caught), caught.__cause__, caught.__context__, caught.__suppress_context__)
        print(repr(caught.exceptions[0].__context__))

asyncio.run(main())
