import asyncio


async def f():
    print('started?')
    return 1


async def main():
    for timeout in (0, -1):
        try:
            print(await asyncio.wait_for(f(), timeout))
        except TimeoutError:
            print('timeout', timeout)


asyncio.run(main())
