import asyncio


async def main():
    try:
        await asyncio.sleep(1)
        raise ValueError('first')
    finally:
        await asyncio.sleep(1)
        raise RuntimeError('second')


print('start')
asyncio.run(main())
