import asyncio


class Shelf:
    def __init__(self):
        self.bells = (asyncio.Event(), asyncio.Event())


async def main():
    forks = [asyncio.Lock() for _ in range(2)]
    doors = {"front": asyncio.Semaphore(1)}
    loop = asyncio.get_running_loop()
    answers = [loop.create_future() for _ in range(2)]
    shelf = Shelf()

    async def listen():
        await answers[1]

    waits = asyncio.create_task(listen())
    await forks[1].acquire()
    await doors["front"].acquire()
    asyncio.create_task(shelf.bells[1].wait())
    await asyncio.sleep(1)
    answers[1].set_result("yes")
    await waits


asyncio.run(main())
