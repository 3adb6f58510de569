# world: {"stdin": [{"at": 2.2, "text": "stop\n"}]}
import asyncio


async def ticker():
    while True:
        print('tick', asyncio.get_running_loop().time())
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(ticker())
    print(await asyncio.to_thread(input, '> '))
    task.cancel()


asyncio.run(main())
