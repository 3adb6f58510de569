import asyncio


async def main():
    q = asyncio.Queue()
    q.get_nowait()


print('start')
asyncio.run(main())
