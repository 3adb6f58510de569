import asyncio


async def guests():
    for name in ("Ana", "Ben", "Cleo", "Dan", "Eva"):
        await asyncio.sleep(1)
        yield name


async def main():
    door = aiter(guests())
    table = 0
    while (left := await anext(door, None)) is not None:
        right = await anext(door, "an empty chair")
        table += 1
        print(f"table {table}: {left} and {right}")
    try:
        await anext(door)
    except StopAsyncIteration:
        print("nobody else comes")


asyncio.run(main())
