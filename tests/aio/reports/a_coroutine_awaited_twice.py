import asyncio


async def job():
    return 1


async def main():
    coro = job()
    print(await coro)
    try:
        await coro
    except RuntimeError as error:
        print(error)
    try:
        await asyncio.create_task(coro)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
