import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(7)
    print(asyncio.shield(future) is future, await asyncio.shield(future))
    gone = asyncio.get_running_loop().create_future()
    gone.cancel()
    print(asyncio.shield(gone) is gone)

asyncio.run(main())
