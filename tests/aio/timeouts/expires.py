import asyncio

async def main():
    try:
        async with asyncio.timeout(1) as limit:
            print(limit, limit.when(), limit.expired())
            await asyncio.sleep(5)
    except TimeoutError as exc:
        print(repr(exc), repr(exc.__cause__), limit, limit.expired())
    print(asyncio.current_task().cancelling())

asyncio.run(main())
