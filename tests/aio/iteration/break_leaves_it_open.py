import asyncio


async def numbers():
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(1)
    finally:
        print('closed')


async def main():
    async for n in numbers():
        print(n)
        if n == 1:
            break
    print('after break')
    await asyncio.sleep(0)
    print('a turn later')


asyncio.run(main())
