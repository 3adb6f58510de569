import asyncio

async def fail():
    raise ValueError('child')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print('swallowed')
            await asyncio.sleep(1)
            print('the body goes on', asyncio.get_running_loop().time())
    except* ValueError as caught:
        print(caught.exceptions, asyncio.current_task().cancelling())

asyncio.run(main())
