import asyncio


async def main():
    try:
        asyncio.get_running_loop().call_later(None, print)
    except TypeError as error:
        print(error)


asyncio.run(main())
