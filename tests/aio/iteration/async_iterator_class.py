import asyncio


class Pages:
    def __init__(self, last):
        self.page, self.last = 0, last

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.page == self.last:
            raise StopAsyncIteration
        await asyncio.sleep(0.2)
        self.page += 1
        return f'page {self.page}'


async def main():
    async for page in Pages(3):
        print(page)
    print([p async for p in Pages(2)])


asyncio.run(main())
