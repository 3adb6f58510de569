import asyncio
from collections import deque


class Shelf:
    def __init__(self):
        self.books = deque()


async def sleeper(number):
    half = number / 2
    for turn in range(2):
        await asyncio.sleep(half + turn / 10)
    return half


async def waiter(start, seen):
    await start.wait()
    seen.append(len(seen))


async def worker(number, places, shelf):
    note = {"from": number}
    async with places:
        shelf.books.append(note)
        await asyncio.sleep(0.05)
        note["done"] = True
    if number % 10 == 9:
        raise ValueError(number)
    return note


async def giver(queue, numbers):
    for number in numbers:
        await queue.put(number)


async def taker(queue, count):
    total = 0
    while count:
        total += await queue.get()
        count -= 1
    return total


async def main():
    start, places, queue = asyncio.Event(), asyncio.Semaphore(3), asyncio.Queue(2)
    shelf, seen = Shelf(), []
    async with asyncio.TaskGroup() as group:
        for number in range(40):
            group.create_task(sleeper(number))
            group.create_task(waiter(start, seen))
        takers = [group.create_task(taker(queue, 4)) for _ in range(5)]
        for first in range(5):
            group.create_task(giver(queue, range(first, first + 4)))
        left = asyncio.get_running_loop().create_future()
        idle = asyncio.create_task(waiter(start, seen))
        work = asyncio.gather(
            *[worker(number, places, shelf) for number in range(30)], return_exceptions=True
        )
        await asyncio.sleep(0.2)
        idle.cancel()
        start.set()
        left.set_result(len(await work))
        print(await left, [task.result() if task.done() else None for task in takers])
    print(len(shelf.books), len(seen))


asyncio.run(main())
