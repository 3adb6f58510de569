import asyncio

async def slow():
    await asyncio.sleep(3)
    return 'slow result'

async def main():
    inner = asyncio.ensure_future(slow())
    try:
        await asyncio.wait_for(asyncio.shield(inner), 1)
    except TimeoutError:
        print('timeout at', asyncio.get_running_loop().time(), inner)
    print(await inner)

asyncio.run(main())
