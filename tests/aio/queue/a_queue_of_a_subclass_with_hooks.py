import asyncio


class Told(asyncio.Queue):
    def _put(self, item):
        print('put', item)
        super()._put(item)

    def _get(self):
        item = super()._get()
        print('got', item)
        return item


class Small(asyncio.Queue):
    def full(self):
        return self.qsize() >= 1

    def qsize(self):
        return super().qsize()


class Never(asyncio.Queue):
    def empty(self):
        print('asked')
        return super().empty()


async def feed(queue):
    for item in range(3):
        await queue.put(item)
        print('fed', item, queue.qsize())


async def main():
    for kind in (Told, Small, Never, asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind(2)
        task = asyncio.create_task(feed(queue))
        print(kind.__name__, [await queue.get() for _ in range(3)])
        await task
        for _ in range(3):
            queue.task_done()
        await queue.join()
    queue = asyncio.Queue(1)
    queue._put = lambda item: queue._queue.append(item * 2)
    queue.put_nowait(21)
    print(queue.get_nowait(), queue)
    queue.full = lambda: True
    try:
        queue.put_nowait(1)
    except asyncio.QueueFull as error:
        print(repr(error))
    queue.shutdown()
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        print(repr(error))

asyncio.run(main())
