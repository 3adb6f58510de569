import asyncio


async def child(n):
    try:
        await asyncio.sleep(10)
    finally:
        print('child', n, 'ends')


async def waiter():
    await asyncio.gather(child(1), child(2))


async def main():
    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    task.cancel('stop it')
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
