import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    def tick(name):
        print(name, loop.time() - start)

    loop.call_later(2, tick, 'two')
    loop.call_later(1, tick, 'one')
    loop.call_at(start + 1.5, tick, 'one and a half')
    loop.call_later(0, tick, 'zero')
    loop.call_later(-5, tick, 'negative')
    loop.call_soon(tick, 'soon')
    await asyncio.sleep(3)


asyncio.run(main())
