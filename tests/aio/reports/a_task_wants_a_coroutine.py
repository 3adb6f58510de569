import asyncio


async def main():
    for wrong in (5, main, None):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).split(' at 0x')[0])
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
