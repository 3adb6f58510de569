import asyncio


async def fetch[T](x: T) -> T:
    await asyncio.sleep(1)
    return x


async def main():
    print(await asyncio.gather(fetch(1), fetch("a")))

    def broken[T](x: unknown[T]):
        return x


asyncio.run(main())
