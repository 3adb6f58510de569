import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.default_exception_handler({'message': 'something', 'b': 2, 'a': [1, 'x']})
    loop.call_exception_handler({'exception': ValueError('v')})
    loop.call_exception_handler({'message': '', 'exception': None})
    loop.call_exception_handler({})


asyncio.run(main())
