import asyncio


async def inner():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError('inner') from error


async def main():
    task = asyncio.create_task(inner(), name='inner')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    print('end')


asyncio.run(main())
