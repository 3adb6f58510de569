import asyncio

async def main():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(2) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print('never')
            finally:
                print(inner, outer)
    except TimeoutError:
        print('outer', asyncio.get_running_loop().time())

asyncio.run(main())
