import asyncio

async def child(n):
    try:
        await asyncio.sleep(9)
    finally:
        print('child', n)

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(child(n)) for n in range(5)]
        await asyncio.sleep(0)
        tasks[2].cancel()
        await asyncio.sleep(0)
        try:
            raise KeyError
        except KeyError:
            asyncio.current_task().cancel()
            await asyncio.sleep(0)

try:
    asyncio.run(main())
except asyncio.CancelledError as exc:
    print('cancelled', exc.args, repr(exc.__context__))
