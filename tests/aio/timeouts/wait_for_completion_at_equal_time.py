import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'in time')
    try:
        print(await asyncio.wait_for(future, 1))
    except TimeoutError:
        print('timeout', future)
    try:
        print(await asyncio.wait_for(asyncio.sleep(1, 'slept'), 1))
    except TimeoutError:
        print('timeout', loop.time())

asyncio.run(main())
