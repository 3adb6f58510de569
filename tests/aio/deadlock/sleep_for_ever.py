import asyncio


async def main():
    print('good night')
    await asyncio.sleep(float('inf'))


asyncio.run(main())
