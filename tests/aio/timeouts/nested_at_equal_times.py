import asyncio

async def main():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print('inner error', inner, outer)
            except asyncio.CancelledError:
                print('inner cancelled', inner, outer, asyncio.current_task().cancelling())
                raise
            print('between', outer)
    except TimeoutError:
        print('outer error', asyncio.current_task().cancelling())

asyncio.run(main())
