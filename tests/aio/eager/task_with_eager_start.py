import asyncio

async def work():
    print('at work')
    await asyncio.sleep(0)
    return 'done'

async def main():
    loop = asyncio.get_running_loop()
    eager = asyncio.Task(work(), loop=loop, eager_start=True, name='eager')
    lazy = asyncio.Task(work(), loop=loop, eager_start=False, name='lazy')
    print(eager, lazy)
    print(await asyncio.gather(eager, lazy))
    try:
        asyncio.Task(work(), eager_start=True)
    except AttributeError as exc:
        print(exc)

asyncio.run(main())
