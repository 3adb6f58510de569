import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def tick(left):
        print('tick', loop.time())
        if left:
            loop.call_later(0.3, tick, left - 1)

    tick(3)
    await asyncio.sleep(1.1)


asyncio.run(main())
