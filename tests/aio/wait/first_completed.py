import asyncio


async def f(n):
    await asyncio.sleep(n)
    return n


async def main():
    pending = [asyncio.create_task(f(n), name=f't{n}') for n in (2, 1, 3)]
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print([t.get_name() for t in done], [t.get_name() for t in pending])


asyncio.run(main())
