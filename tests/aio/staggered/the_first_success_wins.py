import asyncio
from asyncio.staggered import staggered_race

async def job(n, wait, fail):
    print('starts', n, asyncio.get_running_loop().time())
    try:
        await asyncio.sleep(wait)
    except asyncio.CancelledError:
        print('cancelled', n)
        raise
    if fail:
        raise ValueError(n)
    return n

async def main():
    print(await staggered_race([lambda: job(0, 5, False), lambda: job(1, 1, False),
                                lambda: job(2, 1, False)], 1))
    print(await staggered_race([lambda: job(0, 1, True), lambda: job(1, 1, True)], None))
    print(await staggered_race([lambda: job(0, 0.5, True), lambda: job(1, 3, False)], 2))

asyncio.run(main())
