import asyncio

async def main():
    barrier = asyncio.Barrier(2)
    print('waiting', barrier)
    await barrier.wait()

asyncio.run(main())
