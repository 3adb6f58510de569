import asyncio

async def main():
    loop = asyncio.get_running_loop()
    base = loop.time() + 1
    for n, offset in enumerate((3e-10, 0, 6e-10, -3e-10, 1.4e-9, 1e-9)):
        loop.call_at(base + offset, lambda n=n: print(n, loop.time()))
    await asyncio.sleep(2)

asyncio.run(main())
