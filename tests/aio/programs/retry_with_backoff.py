import asyncio
import random


async def unreliable(rng):
    await asyncio.sleep(0.1)
    if rng.random() < 0.7:
        raise ConnectionError('no luck')
    return 'answer'


async def main():
    rng, delay = random.Random(1), 0.5
    for attempt in range(1, 10):
        try:
            print(attempt, await unreliable(rng))
            break
        except ConnectionError as error:
            print(attempt, error, f'wait {delay}')
            await asyncio.sleep(delay)
            delay *= 2
    print(f'{asyncio.get_running_loop().time():.2f}')


asyncio.run(main())
