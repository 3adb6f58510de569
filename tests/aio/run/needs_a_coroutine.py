import asyncio


async def main():
    pass


for thing in (main, 5, None):
    try:
        asyncio.run(thing)
    except ValueError as error:
        print(str(error).split(' at 0x')[0])
    except TypeError as error:
        print(error)
