import asyncio


async def outer():
    await inner()


async def inner():
    await asyncio.sleep(1)


async def fails():
    raise KeyError('no')


async def main():
    waits = asyncio.create_task(outer())
    failed = asyncio.create_task(fails())
    await asyncio.sleep(0)
    for task in (waits, failed):
        for limit in ('x', None, 0, 1, -1, 1.5, True, 2**80, []):
            try:
                print(limit, [frame.f_code.co_name for frame in task.get_stack(limit=limit)])
            except TypeError as error:
                print(limit, error)
    await waits


asyncio.run(main())
