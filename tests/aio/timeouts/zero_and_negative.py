import asyncio

async def main():
    for delay in (0, -1):
        try:
            async with asyncio.timeout(delay) as limit:
                print('body runs', limit)
                await asyncio.sleep(0)
                print('after one turn', limit)
                await asyncio.sleep(0)
                print('never')
        except TimeoutError:
            print('timeout')
        async with asyncio.timeout(delay):
            print('a body that does not await is not cancelled')

asyncio.run(main())
