# world: {"stdin": [{"at": 3, "text": "stop\n"}]}
import asyncio


async def ticker():
    while True:
        print('tick', asyncio.get_running_loop().time())
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(ticker())
    await asyncio.sleep(0.5)
    print(input('> '), asyncio.get_running_loop().time())
    await asyncio.sleep(1.5)
    task.cancel()


asyncio.run(main())
