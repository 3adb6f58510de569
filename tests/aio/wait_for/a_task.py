import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(5), name='slow')
    try:
        await asyncio.wait_for(task, 1)
    except asyncio.TimeoutError:
        print(task.cancelled(), task.done())
    done = asyncio.create_task(asyncio.sleep(0, 'value'))
    await done
    print(await asyncio.wait_for(done, 0))


asyncio.run(main())
