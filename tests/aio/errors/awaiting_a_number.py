import asyncio


async def main():
    print('start')
    await 42


asyncio.run(main())
