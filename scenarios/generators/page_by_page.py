import asyncio

import aiohttp


class Catalogue:
    def __init__(self, session):
        self.session = session
        self.page = "https://books.example/1"

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.page is None:
            raise StopAsyncIteration
        async with self.session.get(self.page) as answer:
            page = await answer.json()
        self.page = page["next"]
        return page["titles"]


async def main():
    async with aiohttp.ClientSession() as session:
        async for titles in Catalogue(session):
            print("on this page:", *titles)
    print("that was the last page")


asyncio.run(main())
