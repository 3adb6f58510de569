import asyncio

async def attempt(loop, order):
    future = loop.create_future()
    if order == 'future first':
        loop.call_later(1, future.set_result, 'value')
    try:
        async with asyncio.timeout(1) as limit:
            if order != 'future first':
                loop.call_later(1, lambda: future.done() or future.set_result('value'))
            print(order, await future)
    except TimeoutError:
        print(order, 'timeout', future)
    print(limit, asyncio.current_task().cancelling())

async def main():
    loop = asyncio.get_running_loop()
    await attempt(loop, 'future first')
    await attempt(loop, 'timeout first')

asyncio.run(main())
