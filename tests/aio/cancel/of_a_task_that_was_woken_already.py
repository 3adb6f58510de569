import asyncio

async def wait(future):
    try:
        print('got', await future)
    except asyncio.CancelledError as exc:
        print('cancelled', exc.args, future)

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(wait(future))
    await asyncio.sleep(0)
    future.set_result('value')
    print(task.cancel('too late?'), task)
    await task

asyncio.run(main())
