import asyncio

async def work():
    print('at work')
    return 'done'

loop = asyncio.new_event_loop()
task = asyncio.Task(work(), loop=loop, eager_start=True)
print(task)
print(loop.run_until_complete(task), task.get_coro())
loop.close()
