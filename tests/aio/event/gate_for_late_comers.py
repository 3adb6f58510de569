import asyncio


async def visitor(name, arrives, gate):
    await asyncio.sleep(arrives)
    print(name, 'arrives')
    await gate.wait()
    print(name, 'enters at', asyncio.get_running_loop().time())


async def main():
    gate = asyncio.Event()
    asyncio.get_running_loop().call_later(2, gate.set)
    await asyncio.gather(*(visitor(n, t, gate) for n, t in (('ann', 1), ('bob', 1.5), ('cat', 3))))


asyncio.run(main())
