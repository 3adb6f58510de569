import asyncio


async def f(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(f(n)) for n in (2, 1, 3)]
    done, pending = await asyncio.wait(tasks)
    print([t.result() for t in done], pending, asyncio.get_running_loop().time())


asyncio.run(main())
