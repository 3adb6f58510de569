import asyncio


async def nothing():
    return asyncio.current_task().get_name()


async def main():
    a = asyncio.create_task(nothing())
    b = asyncio.create_task(nothing(), name='given')
    a.set_name('renamed')
    print(a.get_name(), b.get_name(), await a, await b)
    c = asyncio.create_task(nothing(), name=42)
    print(repr(c.get_name()), await c)


asyncio.run(main())
