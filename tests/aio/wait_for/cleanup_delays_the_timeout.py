import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print('cleaning')
        await asyncio.sleep(2)
        print('clean')


async def main():
    try:
        await asyncio.wait_for(slow(), 1)
    except TimeoutError:
        print('timeout at', asyncio.get_running_loop().time())


asyncio.run(main())
