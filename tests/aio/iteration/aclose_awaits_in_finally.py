import asyncio


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(1)
        print('closed at', asyncio.get_running_loop().time())


async def main():
    g = numbers()
    print(await anext(g))
    await g.aclose()
    print('end')


asyncio.run(main())
