import asyncio


async def bad():
    raise KeyError('inside')


async def main():
    task = asyncio.create_task(bad())
    slow = asyncio.create_task(asyncio.sleep(5, 'slow'))
    done, pending = await asyncio.wait([task, slow], timeout=1)
    print(done == {task}, pending == {slow}, repr(task.exception()), slow.cancelled())
    print(await slow)


asyncio.run(main())
