import asyncio


async def numbers():
    await asyncio.sleep(1)
    yield 1
    yield 2


async def main():
    generator = numbers()
    print(generator.ag_running)
    task = asyncio.ensure_future(anext(generator))
    await asyncio.sleep(0)
    print(generator.ag_running, generator.ag_await is not None)
    print(await task, generator.ag_running)
    await generator.aclose()
    print(generator.ag_running)


asyncio.run(main())
