import asyncio


async def work(name, queue):
    while True:
        parcel = await queue.get()
        await asyncio.sleep(parcel)
        print(f"{name} has packed {parcel}")
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for parcel in (3, 1, 2, 2):
        queue.put_nowait(parcel)
    workers = [asyncio.create_task(work(n, queue), name=n) for n in ("Ida", "Leo")]
    await queue.join()
    print("all parcels are packed")
    for worker in workers:
        worker.cancel()
    ends = await asyncio.gather(*workers, return_exceptions=True)
    print([type(end).__name__ for end in ends])


asyncio.run(main())
