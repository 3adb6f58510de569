import asyncio


async def fetch(n):
    await asyncio.sleep(1.5)
    return f'answer {n}'


async def main():
    timeout = 0.5
    for attempt in range(1, 5):
        try:
            print(await asyncio.wait_for(fetch(attempt), timeout))
            break
        except TimeoutError:
            print('attempt', attempt, 'timed out after', timeout)
            timeout *= 2
    print(asyncio.get_running_loop().time())


asyncio.run(main())
