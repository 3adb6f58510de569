# world: {"signals": [{"at": 2, "signal": "SIGINT"}]}
import asyncio


async def main():
    print('waiting')
    await asyncio.sleep(10)


asyncio.run(main())
print('never')
