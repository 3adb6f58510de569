import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            finally:
                await asyncio.sleep(3)
                print('cleaned', loop.time())
    except TimeoutError:
        print('timeout', loop.time())

asyncio.run(main())
