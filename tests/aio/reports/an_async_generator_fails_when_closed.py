import asyncio


async def numbers():
    try:
        yield 1
    finally:
        raise ValueError('in finally')


async def main():
    global kept
    kept = numbers()
    print(await anext(kept))


asyncio.run(main())
print('end')
