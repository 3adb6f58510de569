import asyncio
from asyncio.staggered import staggered_race


async def tries(name, delay, fails):
    print(name, 'starts')
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise
    if fails:
        raise OSError(name)
    return name


async def main():
    def make(*rows):
        return [lambda row=row: tries(*row) for row in rows]

    print(await staggered_race(make(('a', 3, False), ('b', 0.5, True), ('c', 1, False)), 1))
    print(await staggered_race(make(('a', 3, True), ('b', 0.5, True)), None))
    print(await staggered_race([], 1))
    task = asyncio.create_task(staggered_race(make(('x', 3, False), ('y', 3, False)), 1))
    await asyncio.sleep(1.5)
    task.cancel('stop')
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
