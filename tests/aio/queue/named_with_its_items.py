import asyncio


async def fill(queue: asyncio.Queue[int], done: asyncio.Future[str]) -> asyncio.Task[None]:
    await queue.put(1)
    done.set_result('filled')


async def main():
    queue = asyncio.Queue()
    done = asyncio.get_running_loop().create_future()
    await fill(queue, done)
    print(fill.__annotations__, done.result(), asyncio.PriorityQueue[int])


asyncio.run(main())
