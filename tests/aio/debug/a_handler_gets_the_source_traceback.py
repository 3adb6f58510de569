import asyncio


def handler(loop, context):
    print(sorted(context))
    stack = context.get('source_traceback')
    print(type(stack).__name__)
    mine = [(place.name, place.lineno, place.line) for place in stack if 'asyncio' not in place.filename]
    print(mine)


def bad():
    raise RuntimeError('bad')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(bad)
    await asyncio.sleep(0)
    future = loop.create_future()
    future.set_exception(ValueError('v'))
    del future
    asyncio.Future().set_exception(KeyError('k'))


asyncio.run(main(), debug=True)
