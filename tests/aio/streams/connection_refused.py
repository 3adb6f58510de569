import asyncio


async def main():
    try:
        await asyncio.open_connection('127.0.0.1', 9)
    except ConnectionRefusedError as error:
        print(repr(error), error.errno)
    try:
        await asyncio.open_connection()
    except ValueError as error:
        print(error)
    await asyncio.open_connection('127.0.0.1', 10)


asyncio.run(main())
