import asyncio


async def child():
    await asyncio.sleep(1)
    raise ValueError('child')


async def main():
    t = asyncio.create_task(child(), name='kid')
    try:
        await asyncio.gather(t, asyncio.sleep(5))
    finally:
        print('fin', t)


asyncio.run(main())
