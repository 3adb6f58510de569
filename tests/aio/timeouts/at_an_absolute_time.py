import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for when in (2, 1, 0, -5, None):
        try:
            async with asyncio.timeout_at(when) as limit:
                print(limit)
                await asyncio.sleep(1)
                print('slept', loop.time())
        except TimeoutError:
            print('timeout', when, loop.time())

asyncio.run(main())
