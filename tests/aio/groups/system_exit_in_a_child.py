import asyncio

async def child():
    raise SystemExit(3)

async def other():
    try:
        await asyncio.sleep(5)
    finally:
        print('other leaves')

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(other())
        group.create_task(child())

try:
    asyncio.run(main())
except SystemExit as exc:
    print('exit', exc.code)
