import asyncio

async def wait(cond):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError as exc:
            print('last', exc.args, cond.locked(), asyncio.get_running_loop().time())
            raise

async def main():
    cond = asyncio.Condition()
    task = asyncio.create_task(wait(cond))
    await asyncio.sleep(0)
    async with cond:
        cond.notify()
        for n in range(3):
            await asyncio.sleep(1)
            task.cancel(f'request {n}')
            print(task.cancelling(), cond)
    try:
        await task
    except asyncio.CancelledError as exc:
        print(exc.args, cond)

asyncio.run(main())
