import asyncio

try:
    asyncio.timeout(1)
except RuntimeError as exc:
    print(exc)
limit = asyncio.timeout_at(1)
print(limit)
try:
    limit.__aenter__().send(None)
except RuntimeError as exc:
    print(exc)

async def main():
    def callback():
        try:
            asyncio.timeout(1).__aenter__().send(None)
        except RuntimeError as exc:
            print(exc)
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)
    for bad in ('1', [1]):
        try:
            asyncio.timeout(bad)
        except TypeError as exc:
            print(exc)

asyncio.run(main())
