import asyncio

async def main():
    print(list(asyncio.as_completed([])))
    async for _ in asyncio.as_completed([], timeout=1):
        print('never')
    it = asyncio.as_completed(())
    try:
        await anext(it)
    except StopAsyncIteration:
        print('stop')

asyncio.run(main())
