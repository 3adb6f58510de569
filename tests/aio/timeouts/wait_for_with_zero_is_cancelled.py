import asyncio

async def slow_to_leave():
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(2)
        print('left')

async def main():
    inner = asyncio.create_task(slow_to_leave())
    await asyncio.sleep(0)
    waiter = asyncio.create_task(asyncio.wait_for(inner, 0))
    await asyncio.sleep(1)
    print(waiter)
    waiter.cancel('enough')
    print(await asyncio.gather(waiter, return_exceptions=True))
    print(await asyncio.gather(inner, return_exceptions=True))

asyncio.run(main())
