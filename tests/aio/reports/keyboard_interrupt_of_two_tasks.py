import asyncio


async def bad(n):
    raise KeyboardInterrupt(n)


async def main():
    tasks = [asyncio.create_task(bad(n)) for n in range(2)]
    await asyncio.gather(*tasks)


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print(repr(error))
