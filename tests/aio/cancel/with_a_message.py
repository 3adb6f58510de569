import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel('too slow')
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), error.args)
    task = asyncio.create_task(asyncio.sleep(10))
    task.cancel(msg='before start')
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
