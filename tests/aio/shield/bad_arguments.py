import asyncio

async def main():
    for bad in (3, None, [asyncio.sleep]):
        try:
            asyncio.shield(bad)
        except TypeError as exc:
            print(exc)
    try:
        asyncio.shield()
    except TypeError as exc:
        print(exc)

asyncio.run(main())
coro = asyncio.sleep(1)
try:
    asyncio.shield(coro)
except RuntimeError as exc:
    print(exc)
