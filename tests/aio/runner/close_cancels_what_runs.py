import asyncio

async def background():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print('background cancelled')
        raise

async def start():
    return asyncio.create_task(background())

runner = asyncio.Runner()
task = runner.run(start())
print(task)
runner.run(asyncio.sleep(1))
print(task)
runner.close()
print(task, runner._loop)
