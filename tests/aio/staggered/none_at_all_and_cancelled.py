import asyncio
from asyncio.staggered import staggered_race

async def slow():
    try:
        await asyncio.sleep(9)
    finally:
        print('slow leaves')

async def main():
    print(await staggered_race([], 1))
    task = asyncio.create_task(staggered_race([slow, slow], 1))
    await asyncio.sleep(2)
    task.cancel('stop')
    try:
        await task
    except asyncio.CancelledError as exc:
        print(repr(exc))

asyncio.run(main())
