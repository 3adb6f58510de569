import asyncio


async def numbers():
    try:
        i = 0
        while True:
            yield i
            await asyncio.sleep(1)
            i += 1
    except asyncio.CancelledError:
        print('generator sees the cancellation')
        raise
    finally:
        print('generator ends')


async def consume():
    async for n in numbers():
        print(n)


async def main():
    task = asyncio.create_task(consume())
    await asyncio.sleep(2.5)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
