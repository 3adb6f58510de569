import asyncio


def weigh(text):
    return int(text)


async def careful():
    try:
        weigh("heavy")
    except ValueError:
        await asyncio.sleep(1)
    return 0


async def tidy():
    try:
        await asyncio.sleep(5)
    finally:
        print("tidied")


async def numbers():
    yield 1


async def careless():
    async for n in numbers():
        await asyncio.sleep(n)
    raise KeyError("gone")


async def main():
    tasks = [asyncio.create_task(c()) for c in (careful, tidy, careless)]
    await asyncio.sleep(2)
    tasks[1].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
