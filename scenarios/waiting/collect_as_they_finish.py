import asyncio


async def call(town, seconds, weather):
    await asyncio.sleep(seconds)
    return f"{town}: {weather}"


async def main():
    calls = [
        asyncio.create_task(call("Oslo", 3, "snow"), name="Oslo"),
        asyncio.create_task(call("Rome", 1, "sun"), name="Rome"),
        asyncio.create_task(call("Lima", 2, "fog"), name="Lima"),
    ]
    news = [
        await report
        async for report in asyncio.as_completed(calls)
    ]
    for line in news:
        print(line)


asyncio.run(main())
