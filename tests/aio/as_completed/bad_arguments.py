import asyncio

async def main():
    coro = asyncio.sleep(1)
    for bad in (coro, asyncio.get_running_loop().create_future(), 3, [3]):
        try:
            asyncio.as_completed(bad)
        except TypeError as exc:
            print(exc)
    coro.close()
    try:
        asyncio.as_completed([], 3)
    except TypeError as exc:
        print(exc)

asyncio.run(main())
