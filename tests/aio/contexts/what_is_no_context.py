import asyncio


async def work():
    return 5


async def main():
    loop = asyncio.get_running_loop()
    for given in (3, 'x', [], object):
        print(loop.call_soon(print, 'called', context=given))
        loop.call_later(0.1, print, 'later', context=given)
        future = loop.create_future()
        future.add_done_callback(print, context=given)
        future.set_result(1)
        await asyncio.sleep(0.2)
    task = asyncio.create_task(work(), name='lost', context=3)
    print(task.get_context())
    await asyncio.sleep(1)
    print(task)
    await task


asyncio.run(main())
