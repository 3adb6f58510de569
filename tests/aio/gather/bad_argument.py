import asyncio


async def main():
    try:
        await asyncio.gather(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
