import asyncio


async def work():
    await asyncio.sleep(1)
    return 5


def report(task):
    print('done', task.get_name(), task.result())


async def main():
    task = asyncio.create_task(work(), name='w')
    task.add_done_callback(report)
    task.add_done_callback(lambda t: print('second'))
    task.add_done_callback(print)
    print(task.remove_done_callback(print))
    await task
    print('main goes on')
    task.add_done_callback(lambda t: print('late'))
    print('registered')
    await asyncio.sleep(0)


asyncio.run(main())
