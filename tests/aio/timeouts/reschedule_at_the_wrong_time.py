import asyncio

async def main():
    limit = asyncio.timeout(1)
    print(limit)
    for _ in range(2):
        try:
            limit.reschedule(3)
        except RuntimeError as exc:
            print(exc)
        async with limit:
            pass
        print(limit)
        break
    for step in (lambda: limit.reschedule(3), lambda: limit.__aenter__().send(None)):
        try:
            step()
        except RuntimeError as exc:
            print(exc)

asyncio.run(main())
