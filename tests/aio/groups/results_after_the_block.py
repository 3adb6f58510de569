import asyncio

async def brew(kind, minutes):
    await asyncio.sleep(minutes)
    return f'{kind} after {minutes}'

async def main():
    async with asyncio.TaskGroup() as group:
        tea = group.create_task(brew('tea', 2))
        coffee = group.create_task(brew('coffee', 1))
        print(group)
    print(group, tea.result(), coffee.result(), asyncio.get_running_loop().time())

asyncio.run(main())
