import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as limit:
            await asyncio.sleep(0.5)
            limit.reschedule(loop.time() + 2)
            print(limit.when(), limit)
            await asyncio.sleep(1)
            limit.reschedule(None)
            await asyncio.sleep(5)
            print('no limit', limit)
            limit.reschedule(loop.time() - 1)
            print(limit)
            await asyncio.sleep(1)
    except TimeoutError:
        print('expired', limit, loop.time())
    try:
        limit.reschedule(10)
    except RuntimeError as exc:
        print(exc)

asyncio.run(main())
