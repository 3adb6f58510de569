import asyncio


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print('closing')
        await asyncio.sleep(0)
        print('closed')


async def main():
    global kept
    kept = numbers()
    async for n in kept:
        print(n)
        break


asyncio.run(main())
