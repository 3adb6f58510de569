import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print('cancelled', error.args)
        raise


async def main():
    task = asyncio.create_task(work())
    asyncio.get_running_loop().call_later(2, task.cancel, 'time is up')
    try:
        await task
    except asyncio.CancelledError:
        print('at', asyncio.get_running_loop().time())


asyncio.run(main())
