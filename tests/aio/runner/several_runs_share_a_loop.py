import asyncio

async def work(n):
    await asyncio.sleep(1)
    return n, asyncio.get_running_loop().time(), id(asyncio.get_running_loop())

with asyncio.Runner() as runner:
    a, b = runner.run(work(1)), runner.run(work(2))
    print(a[:2], b[:2], a[2] == b[2], runner.get_loop())
print(asyncio.run(work(3))[:2])
