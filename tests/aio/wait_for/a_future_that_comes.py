import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'here')
    print(await asyncio.wait_for(future, 3))
    never = loop.create_future()
    try:
        await asyncio.wait_for(never, 1)
    except TimeoutError:
        print(never.cancelled(), loop.time())


asyncio.run(main())
