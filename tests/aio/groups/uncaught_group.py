import asyncio

async def fail(text):
    await asyncio.sleep(1)
    raise ValueError(text)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail('a'))
        group.create_task(fail('b'))

asyncio.run(main())
