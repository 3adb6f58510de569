import asyncio


async def main():
    loop, items = asyncio.get_running_loop(), []
    loop.call_soon(items.append, 'a')
    loop.call_soon('text'.upper)
    loop.call_soon(items.extend, 'bc')
    loop.call_later(1, items.clear)
    await asyncio.sleep(0)
    print(items)
    await asyncio.sleep(2)
    print(items)


asyncio.run(main())
