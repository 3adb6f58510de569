import asyncio

async def save():
    await asyncio.sleep(2)
    print('saved at', asyncio.get_running_loop().time())
    return 'saved'

async def work(inner):
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError:
        print('work cancelled, save goes on', inner)
        raise

async def main():
    inner = asyncio.create_task(save(), name='save')
    task = asyncio.create_task(work(inner))
    await asyncio.sleep(1)
    task.cancel()
    print(await asyncio.gather(task, inner, return_exceptions=True))

asyncio.run(main())
