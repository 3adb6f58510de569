import asyncio


async def fails_when_cancelled():
    asyncio.get_running_loop().stop()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyError('clean-up')


async def main():
    task = asyncio.create_task(fails_when_cancelled())
    try:
        await asyncio.gather(task, asyncio.sleep(2))
    except KeyError as error:
        print(repr(error), repr(error.__context__))
        raise

try:
    asyncio.run(main())
except RuntimeError as error:
    print(error)
