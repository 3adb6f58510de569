import asyncio


def handler(loop, context):
    print('handler:', context['message'])
    raise RuntimeError('the handler failed')


def bad():
    raise ValueError('bad')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(bad)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('goes on')


asyncio.run(main())
