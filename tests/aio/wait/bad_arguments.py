import asyncio


async def f():
    pass


async def main():
    for things in ([], 5):
        try:
            await asyncio.wait(things)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    coro = f()
    try:
        await asyncio.wait([coro])
    except TypeError as error:
        print(error)
    coro.close()
    task = asyncio.create_task(f())
    try:
        await asyncio.wait([task], return_when='SOMETIMES')
    except ValueError as error:
        print(error)
    try:
        await asyncio.wait(task)
    except TypeError as error:
        print(error)


asyncio.run(main())
