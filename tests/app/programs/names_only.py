import asyncio

COUNT = 2


def dish(): return "rice" * COUNT


async def main():
    print(dish())


asyncio.run(main())
