import asyncio
from aiostream import stream


async def numbers(name, pause):
    try:
        number = 0
        while True:
            await asyncio.sleep(pause)
            yield f'{name}{number}'
            number += 1
    finally:
        print(name, 'is closed')


async def main():
    async with stream.merge(numbers('a', 1), numbers('b', 1.5)).stream() as streamer:
        async for item in streamer:
            print(item)
            if item == 'b1':
                break
    print('out', len(asyncio.all_tasks()))


asyncio.run(main())
