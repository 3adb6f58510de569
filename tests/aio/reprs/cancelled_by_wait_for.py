import asyncio


async def look(task):
    await asyncio.sleep(0)
    print(task)


async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    asyncio.create_task(look(task))
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(task, 0)
    except TimeoutError:
        print(task)


asyncio.run(main())
