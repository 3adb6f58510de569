# world: {"http": {"https://shop.example/items": {"after": 0.3, "json": [1, {"name": "tea"}]}, "https://shop.example/page": {"after": 0.1, "text": "line one\nline two\n"}, "https://shop.example/broken": {"after": 0.2, "status": 500, "text": "oh"}}}
import asyncio
import aiohttp
from aioresponses import aioresponses


@aioresponses()
async def main(mocked):
    mocked.get('http://any.example/', body='hello', repeat=True)
    mocked.assert_not_called()
    async with aiohttp.ClientSession() as session:
        for _ in range(3):
            async with session.get('http://any.example/') as response:
                print(await response.text())
    mocked.assert_called()
    try:
        mocked.assert_called_once()
    except AssertionError as error:
        print(error)


asyncio.run(main())
