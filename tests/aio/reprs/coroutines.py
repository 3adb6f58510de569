import asyncio


async def work():
    pass


class Api:
    async def get(self):
        pass


async def main():
    coros = [work(), Api().get(), (lambda: asyncio.sleep(0))(), main()]
    for c in coros:
        print(c)
        c.close()
    print(work, Api.get)


asyncio.run(main())
