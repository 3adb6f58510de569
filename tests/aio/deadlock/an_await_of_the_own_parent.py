import asyncio


async def child(parent):
    await parent


async def main():
    await asyncio.create_task(child(asyncio.current_task()), name='child')


asyncio.run(main())
