import asyncio


async def main():
    async def work():
        await task

    task = asyncio.create_task(work(), name='self')
    try:
        await task
    except RuntimeError as error:
        print(str(error).split(' coro=')[0], str(error).split('>')[-1])


asyncio.run(main())
