import asyncio

SITE = {'/': ['/a', '/b'], '/a': ['/c', '/'], '/b': ['/c', '/d'], '/c': [], '/d': ['/a', '/e'], '/e': []}


async def fetch(page):
    await asyncio.sleep(0.1 * (1 + len(SITE[page])))
    return SITE[page]


async def worker(name, queue, seen):
    while True:
        page = await queue.get()
        for link in await fetch(page):
            if link not in seen:
                seen.append(link)
                queue.put_nowait(link)
        print(f'{name} read {page}')
        queue.task_done()


async def main():
    queue, seen = asyncio.Queue(), ['/']
    queue.put_nowait('/')
    workers = [asyncio.create_task(worker(f'w{i}', queue, seen)) for i in range(2)]
    await queue.join()
    for w in workers:
        w.cancel()
    print(seen, f'{asyncio.get_running_loop().time():.1f}')


asyncio.run(main())
