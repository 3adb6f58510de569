import asyncio


def fails():
    raise ValueError('callback')


async def main():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print('handler', sorted(context), repr(context.get('exception')))
        if context['message'].startswith('Exception in callback'):
            loop.call_soon(print, 'from the handler')
            raise KeyError('handler')

    loop.set_exception_handler(handler)
    loop.call_soon(fails)
    await asyncio.sleep(0.1)
    loop.call_exception_handler({'message': 'by hand', 'extra': 1})
    loop.call_exception_handler({'message': 'Exception in callback by hand', 'future': None})

    def stops(loop, context):
        raise SystemExit(context['message'])

    loop.set_exception_handler(stops)
    task = asyncio.create_task(asyncio.sleep(1))
    try:
        loop.call_exception_handler({'message': 'exit'})
    except SystemExit as error:
        print(repr(error))
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    for bad in (5, 'x'):
        try:
            loop.set_exception_handler(bad)
        except TypeError as error:
            print(error)
    try:
        loop.call_exception_handler({})
    except KeyError as error:
        print(repr(error))
    future = loop.create_future()
    future.set_exception(ValueError('lost'))
    del future
    await task


asyncio.run(main())
