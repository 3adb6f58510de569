import asyncio


async def main():
    try:
        with asyncio.Lock():
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
