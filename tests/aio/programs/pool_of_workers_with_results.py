import asyncio


async def worker(jobs, results):
    while not jobs.empty():
        n, future = jobs.get_nowait()
        await asyncio.sleep(0.1 * n)
        if n == 3:
            future.set_exception(ValueError('three is unlucky'))
        else:
            future.set_result(n * n)
        results.append(n)


async def main():
    loop, jobs, results = asyncio.get_running_loop(), asyncio.Queue(), []
    futures = []
    for n in (5, 3, 1, 4, 2):
        future = loop.create_future()
        futures.append(future)
        jobs.put_nowait((n, future))
    await asyncio.gather(*(worker(jobs, results) for _ in range(2)))
    print(results)
    print(await asyncio.gather(*futures, return_exceptions=True))


asyncio.run(main())
