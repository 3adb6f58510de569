import asyncio


async def bad(n):
    await asyncio.sleep(n)
    print('raising', n)
    raise RuntimeError(f'failure {n}')


async def main():
    try:
        await asyncio.gather(bad(1), bad(2))
    except RuntimeError as error:
        print(error)
    await asyncio.sleep(3)


asyncio.run(main())
