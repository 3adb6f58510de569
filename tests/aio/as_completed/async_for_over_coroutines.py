import asyncio

async def fail():
    await asyncio.sleep(1)
    raise ValueError('one')

async def main():
    async for task in asyncio.as_completed([asyncio.sleep(2, 'two'), fail()]):
        print(task)
        try:
            print(await task)
        except ValueError as exc:
            print(repr(exc))

asyncio.run(main())
