import asyncio


async def bake(shelf):
    for n in range(1, 9):
        loaf = f"loaf {n}"
        await shelf.put(loaf)
        print(f"{loaf} is on the shelf")


async def sell(name, seconds, shelf):
    while True:
        loaf = await shelf.get()
        print(f"{name} sells {loaf}")
        await asyncio.sleep(seconds)
        shelf.task_done()


async def ring(times):
    for _ in range(times):
        await asyncio.sleep(3)
        print("ding dong")


async def main():
    shelf = asyncio.Queue(maxsize=2)
    loop = asyncio.get_running_loop()
    loop.call_later(7, print, "we close soon")
    mia = asyncio.create_task(sell("Mia", 2, shelf), name="Mia")
    tom = asyncio.create_task(sell("Tom", 3, shelf), name="Tom")
    await asyncio.gather(bake(shelf), ring(2))
    print("the oven is off")
    await shelf.join()
    print("all is sold")


asyncio.run(main())
