import asyncio

async def fail():
    await asyncio.sleep(1)
    raise ValueError

async def main():
    group = asyncio.TaskGroup()
    print(group)
    try:
        async with group:
            print(group)
            group.create_task(asyncio.sleep(2))
            group.create_task(fail())
            print(group)
            try:
                await asyncio.sleep(3)
            finally:
                print(group)
    except* ValueError:
        print(group)

asyncio.run(main())
