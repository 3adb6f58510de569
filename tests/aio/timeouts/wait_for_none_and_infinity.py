import asyncio

async def main():
    print(await asyncio.wait_for(asyncio.sleep(2, 'a'), None))
    print(await asyncio.wait_for(asyncio.sleep(2, 'b'), float('inf')))
    print(await asyncio.wait_for(asyncio.sleep(2, 'c'), timeout=1e9))
    for bad in ('1', [1]):
        coro = asyncio.sleep(1)
        try:
            await asyncio.wait_for(coro, bad)
        except TypeError as exc:
            print(exc)
        coro.close()

asyncio.run(main())
