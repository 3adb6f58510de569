import asyncio


async def waiter(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print('waiter', repr(error))


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    print(future.cancel('no more'), future.cancelled(), future.cancel())
    await task
    try:
        future.result()
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
