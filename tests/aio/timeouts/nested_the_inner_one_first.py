import asyncio

async def main():
    try:
        async with asyncio.timeout(2) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print('inner', inner, outer)
            await asyncio.sleep(5)
    except TimeoutError:
        print('outer', asyncio.get_running_loop().time())

asyncio.run(main())
