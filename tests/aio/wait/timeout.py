import asyncio


async def f(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(f(n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, timeout=2.5)
    print(len(done), len(pending), asyncio.get_running_loop().time())
    done, pending = await asyncio.wait(tasks, timeout=10)
    print(len(done), len(pending), asyncio.get_running_loop().time())


asyncio.run(main())
