import asyncio


def ring_bell(task):
    print("the bell rings for", task.get_name())


def write_down(task):
    print("the book says", task.result())


async def race(seconds):
    await asyncio.sleep(seconds)
    print("over the line")
    return f"{seconds} seconds"


async def main():
    ana = asyncio.create_task(race(3), name="Ana")
    ana.add_done_callback(ring_bell)
    ana.add_done_callback(write_down)
    await ana
    print("main saw the finish")
    ana.add_done_callback(ring_bell)
    print("one more bell is ordered")
    await asyncio.sleep(0)
    print("main goes home")


asyncio.run(main())
