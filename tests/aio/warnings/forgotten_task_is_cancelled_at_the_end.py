import asyncio


async def waits_for_ever():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print('the end found it')


async def main():
    task = asyncio.create_task(waits_for_ever(), name='lost')
    await asyncio.sleep(0)
    print(task.done())
    del task
    await asyncio.sleep(0)
    print('gone')


asyncio.run(main())
