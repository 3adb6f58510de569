import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for other in (1e-9, 4e-10, -4e-10, 0):
        start = loop.time()
        sleeper = asyncio.ensure_future(asyncio.sleep(1 + other, 'slept'))
        await asyncio.sleep(0)
        try:
            async with asyncio.timeout(1):
                print(other, await sleeper)
        except TimeoutError:
            print(other, 'timeout')
        print(round(loop.time() - start, 9))

asyncio.run(main())
