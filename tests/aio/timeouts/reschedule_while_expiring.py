import asyncio

async def main():
    limit = asyncio.timeout(1)
    try:
        async with limit:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print(limit, limit.expired())
                try:
                    limit.reschedule(10)
                except RuntimeError as exc:
                    print(exc)
                raise
    except TimeoutError as exc:
        print(repr(exc), limit)

asyncio.run(main())
