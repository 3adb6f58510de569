import asyncio

async def child():
    await asyncio.sleep(1)
    raise KeyboardInterrupt('ctrl')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            group.create_task(asyncio.sleep(5))
    except BaseException as exc:
        print('main', repr(exc))
        raise

try:
    asyncio.run(main())
except BaseException as exc:
    print('outside', repr(exc))
