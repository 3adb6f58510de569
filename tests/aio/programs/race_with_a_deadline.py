import asyncio


async def mirror(name, seconds):
    await asyncio.sleep(seconds)
    if name == 'broken':
        raise ConnectionError(name)
    return name


async def first_good(tasks):
    pending = set(tasks)
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if not task.exception():
                for other in pending:
                    other.cancel()
                return task.result()
    raise LookupError('no mirror answered')


async def main():
    tasks = [asyncio.create_task(mirror(n, s)) for n, s in (('slow', 3), ('broken', 1), ('fine', 2))]
    print(await asyncio.wait_for(first_good(tasks), 5))


asyncio.run(main())
