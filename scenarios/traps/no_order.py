import asyncio


async def swim(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    times = {"Ana": 2, "Ben": 1, "Cleo": 3}
    tasks = [asyncio.create_task(swim(n, s), name=n) for n, s in times.items()]
    done, _ = await asyncio.wait(tasks)
    print("the set:", type(done).__name__, len(done))
    print("as made:", [task.result() for task in tasks])
    finish = []
    for task in [asyncio.create_task(swim(n, s)) for n, s in times.items()]:
        task.add_done_callback(lambda task: finish.append(task.result()))
    await asyncio.sleep(4)
    print("as finished:", finish)
    print("sorted:", sorted(task.result() for task in done))


asyncio.run(main())
