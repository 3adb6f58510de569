import asyncio


async def waiter(name, future):
    print(name, await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(n, future)) for n in 'ab']
    await asyncio.sleep(1)
    future.set_result('both')
    await asyncio.gather(*tasks)
    print(await future)


asyncio.run(main())
