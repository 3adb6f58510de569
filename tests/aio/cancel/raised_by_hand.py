import asyncio


async def quit():
    raise asyncio.CancelledError('by hand')


async def main():
    task = asyncio.create_task(quit())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())


asyncio.run(main())
