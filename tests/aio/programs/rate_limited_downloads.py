import asyncio
import random

random.seed(4)


async def download(name, slots):
    await slots.put(name)
    seconds = random.uniform(0.2, 1.5)
    print(f'{asyncio.get_running_loop().time():.2f} {name} starts')
    await asyncio.sleep(seconds)
    await slots.get()
    return name, round(seconds, 3)


async def main():
    slots = asyncio.Queue(maxsize=2)
    for name, seconds in await asyncio.gather(*(download(n, slots) for n in ('one', 'two', 'three', 'four'))):
        print(f'{name:<6}{seconds:>7}')


asyncio.run(main())
