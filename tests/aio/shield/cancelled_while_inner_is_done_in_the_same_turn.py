import asyncio

async def main():
    loop = asyncio.get_running_loop()
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    loop.call_soon(inner.set_result, 'value')
    loop.call_soon(outer.cancel)
    try:
        print(await outer)
    except asyncio.CancelledError:
        print('cancelled', inner, outer)
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    loop.call_soon(outer.cancel)
    loop.call_soon(inner.set_exception, ValueError('seen by shield'))
    try:
        print(await outer)
    except asyncio.CancelledError:
        print('cancelled', inner, outer)

asyncio.run(main())
