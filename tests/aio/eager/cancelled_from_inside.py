import asyncio

async def cancel_me():
    asyncio.current_task().cancel('myself')
    print('not yet')
    await asyncio.sleep(1)

async def cancel_and_return():
    asyncio.current_task().cancel('myself')
    return 'value'

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    for work in cancel_me, cancel_and_return:
        task = asyncio.create_task(work())
        print(task)
        try:
            print(await task)
        except asyncio.CancelledError as exc:
            print('cancelled', exc.args)

asyncio.run(main())
