import asyncio


async def bad():
    raise ValueError('kept until the end')


async def main():
    global task
    task = asyncio.create_task(bad(), name='bad')
    await asyncio.sleep(1)
    print('main goes on', task.done())


asyncio.run(main())
print('after')
