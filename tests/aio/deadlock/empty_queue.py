import asyncio


async def main():
    q = asyncio.Queue()
    print('waiting for ever')
    await q.get()
    print('never')


asyncio.run(main())
