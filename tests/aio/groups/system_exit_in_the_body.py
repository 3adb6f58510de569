import asyncio

async def child():
    try:
        await asyncio.sleep(5)
    finally:
        print('child leaves')

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        await asyncio.sleep(1)
        raise SystemExit('body')

try:
    asyncio.run(main())
except SystemExit as exc:
    print('exit', exc.code)
