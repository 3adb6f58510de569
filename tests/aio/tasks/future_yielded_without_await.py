import asyncio


class Raw:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        yield self.future


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        await Raw(future)
    except RuntimeError as error:
        print(str(error).split(' ')[0], str(error).split(' ')[-1])


asyncio.run(main())
