import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'from a timer')
    print('before', loop.time())
    print(await future, loop.time())
    print(loop.is_running(), loop.is_closed())


asyncio.run(main())
