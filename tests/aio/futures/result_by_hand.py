import asyncio


async def setter(future):
    await asyncio.sleep(1)
    future.set_result('value')
    print('set')


async def main():
    future = asyncio.get_running_loop().create_future()
    asyncio.create_task(setter(future))
    print(future.done())
    print(await future, future.done(), future.result())


asyncio.run(main())
