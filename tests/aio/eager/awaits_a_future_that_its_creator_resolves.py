import asyncio

async def wait(future):
    return 'got ' + await future

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    future = loop.create_future()
    task = asyncio.create_task(wait(future))
    print(task)
    future.set_result('it')
    print(await task)
    done = asyncio.create_task(wait(future))
    print(done)

asyncio.run(main())
