import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(3) as limit:
        print(limit._timeout_handler if hasattr(limit, '_timeout_handler') else 'no handler')
        limit.reschedule(0)
        print(type(limit).__mro__[0].__name__)
        limit.reschedule(loop.time() + 1)
    await asyncio.sleep(2)
    print('nothing left of it')

asyncio.run(main())
