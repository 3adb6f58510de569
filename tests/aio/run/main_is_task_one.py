import asyncio


async def child():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    print(await child(), await asyncio.create_task(child()), await asyncio.create_task(child()))


asyncio.run(main())
