import asyncio

async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(n)

async def both():
    await asyncio.gather(fail(1), fail(2))

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(both())
            group.create_task(asyncio.sleep(9))
    except* ValueError as caught:
        print(caught.exceptions, asyncio.get_running_loop().time())
    await asyncio.sleep(3)

asyncio.run(main())
