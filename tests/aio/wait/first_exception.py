import asyncio


async def f(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError('two')
    return n


async def main():
    tasks = [asyncio.create_task(f(n), name=f't{n}') for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([t.get_name() for t in done], [t.get_name() for t in pending])
    for t in done:
        print(t.get_name(), repr(t.exception()))
    print(await tasks[2])


asyncio.run(main())
