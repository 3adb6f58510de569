import asyncio


async def never():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for call in (loop.call_soon, loop.call_soon_threadsafe):
        try:
            call(never())
        except TypeError as error:
            print(error)
        print('next')
    for call in (loop.call_later, loop.call_at):
        try:
            call(1, never())
        except TypeError as error:
            print(error)
        print('next')
    try:
        loop.call_soon(5)
    except TypeError as error:
        print(error)


asyncio.run(main(), debug=True)
