import asyncio


async def post(queue):
    for pause, letter in ((0, "A"), (1, "B"), (1, "C"), (4, "D"), (1, "E")):
        await asyncio.sleep(pause)
        print(f"letter {letter} comes in")
        queue.put_nowait(letter)


async def next_bag(queue, size, seconds):
    bag = [await queue.get()]
    try:
        async with asyncio.timeout(seconds):
            while len(bag) < size:
                bag.append(await queue.get())
    except TimeoutError:
        print("time is up")
    return bag


async def main():
    queue = asyncio.Queue()
    postman = asyncio.create_task(post(queue), name="Postman")
    letters = 0
    while letters < 5:
        bag = await next_bag(queue, size=3, seconds=3)
        letters += len(bag)
        print("a bag leaves with", *bag)
    await postman


asyncio.run(main())
