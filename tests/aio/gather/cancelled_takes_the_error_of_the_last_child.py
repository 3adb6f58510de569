import asyncio


async def never():
    print('not reached')


async def main():
    future = asyncio.get_running_loop().create_future()
    both = asyncio.gather(never(), future, return_exceptions=True)
    both.cancel()
    await asyncio.wait([both])
    print(both, both.exception().__traceback__)
    asyncio.gather(future, never(), return_exceptions=True).cancel()


asyncio.run(main())
