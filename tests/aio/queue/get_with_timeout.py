import asyncio


async def main():
    q = asyncio.Queue()
    try:
        await asyncio.wait_for(q.get(), 1)
    except TimeoutError:
        print('nothing came')
    q.put_nowait('late')
    print(await asyncio.wait_for(q.get(), 1))


asyncio.run(main())
