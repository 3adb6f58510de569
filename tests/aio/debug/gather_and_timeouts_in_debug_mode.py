import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    both = asyncio.gather(nap(1), nap(2))
    await asyncio.sleep(0)
    print(both)
    print(await both)
    try:
        async with asyncio.timeout(0.5):
            print(asyncio.current_task())
            await nap(3)
    except TimeoutError:
        print('late')
    try:
        await asyncio.wait_for(nap(9), 1)
    except TimeoutError:
        print('late again')


asyncio.run(main(), debug=True)
