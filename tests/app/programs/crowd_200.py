import asyncio

COUNT = 200


async def fetch(number):
    async with gate:
        seconds = 2 + number * 7 % 5
        await asyncio.sleep(seconds)
    if number % 23 == 17:
        raise ValueError(number)
    return number


async def main():
    global gate
    gate = asyncio.Semaphore(20)
    jobs = [fetch(number) for number in range(COUNT)]
    found = await asyncio.gather(*jobs, return_exceptions=True)
    print(len(found), "answers")


asyncio.run(main())
