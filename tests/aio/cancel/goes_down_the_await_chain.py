import asyncio


async def bottom():
    try:
        await asyncio.sleep(10)
    finally:
        print('bottom')


async def middle():
    try:
        await bottom()
    finally:
        print('middle')


async def top():
    try:
        await middle()
    finally:
        print('top')


async def main():
    task = asyncio.create_task(top())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
