import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(1)
            print('slept')
    except TimeoutError:
        print('timeout set first wins')
    sleeper = asyncio.create_task(asyncio.sleep(1, 'value'))
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(1) as limit:
            print(await sleeper, limit)
    except TimeoutError:
        print('timeout', sleeper, loop.time())

asyncio.run(main())
