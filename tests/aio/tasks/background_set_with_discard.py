import asyncio

running = set()


async def job(n):
    await asyncio.sleep(n)
    print('job', n, 'of', len(running))


async def main():
    for n in (3, 1, 2):
        task = asyncio.create_task(job(n))
        running.add(task)
        task.add_done_callback(running.discard)
    while running:
        await asyncio.sleep(0.5)
    print('all done at', asyncio.get_running_loop().time())


asyncio.run(main())
