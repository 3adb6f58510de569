import asyncio

async def inner():
    await asyncio.sleep(1)

async def outer():
    await inner()

async def main():
    task = asyncio.create_task(outer(), name='outer')
    print(task.get_stack())
    await asyncio.sleep(0)
    for frame in task.get_stack():
        print(frame.f_code.co_name, frame.f_lineno)
    print(len(task.get_stack(limit=0)), len(task.get_stack(limit=5)))
    await task
    print(task.get_stack())

asyncio.run(main())
