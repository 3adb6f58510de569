import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(0, 'value'))
    await task
    print(task.cancel(), task.cancelled(), task.result())


asyncio.run(main())
