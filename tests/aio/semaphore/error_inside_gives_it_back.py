import asyncio

async def main():
    door = asyncio.Semaphore(1)
    try:
        async with door:
            raise KeyError('inside')
    except KeyError:
        print(door)
    print(await door.__aenter__(), door)
    print(await door.__aexit__(None, None, None), door)
    try:
        with door:
            pass
    except TypeError as exc:
        print(exc)

asyncio.run(main())
