import asyncio


async def main(size):
    queue = asyncio.Queue(size)
    print(repr(queue.maxsize))
    for number in range(3):
        try:
            await asyncio.wait_for(queue.put(number), 1)
        except (TypeError, TimeoutError) as error:
            print(number, repr(error))
    try:
        print(queue)
    except TypeError as error:
        print(error)
    for ask in (queue.full, queue.empty, queue.qsize, queue.get_nowait):
        try:
            print(ask())
        except (TypeError, asyncio.QueueEmpty) as error:
            print(repr(error))


for given in ('2', None, [], 1.5, True, -1):
    asyncio.run(main(given))
