import asyncio


async def main():
    for thing in (5, print, asyncio.get_running_loop().create_future()):
        try:
            asyncio.create_task(thing)
        except TypeError as error:
            print(str(error).split('<')[0])


asyncio.run(main())
