import asyncio


async def job():
    await asyncio.sleep(1)


async def second(coro):
    try:
        await coro
    except RuntimeError as error:
        print(error)


async def main():
    coro = job()
    asyncio.create_task(second(coro))
    await coro


asyncio.run(main())
