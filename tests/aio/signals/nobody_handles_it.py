# world: {"signals": [{"at": 2, "signal": "SIGTERM"}]}
import asyncio


async def main():
    try:
        print('waiting')
        await asyncio.sleep(5)
    finally:
        print('no clean-up happens')


asyncio.run(main())
