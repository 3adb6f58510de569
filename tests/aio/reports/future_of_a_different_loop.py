import asyncio

other = asyncio.new_event_loop()
future = other.create_future()


async def main():
    try:
        await future
    except RuntimeError as error:
        print(error)
    try:
        await asyncio.wait_for(future, 1)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.ensure_future(future, loop=asyncio.get_running_loop())
    except ValueError as error:
        print(error)
    try:
        asyncio.gather(future, asyncio.get_running_loop().create_future())
    except ValueError as error:
        print(error)


asyncio.run(main())
other.close()
