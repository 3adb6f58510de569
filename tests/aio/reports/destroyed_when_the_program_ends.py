import asyncio


async def sleeper():
    try:
        await asyncio.sleep(5)
    finally:
        print('finally')


async def main():
    return asyncio.get_running_loop().create_task(sleeper(), name='left')


loop = asyncio.new_event_loop()
task = loop.run_until_complete(main())
print(task.get_name())
loop.run_until_complete(asyncio.sleep(1))
loop.close()
print('closed')
