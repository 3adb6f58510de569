# world: {"signals": [{"at": 1, "signal": "SIGINT"}, {"at": 1.5, "signal": "SIGINT"}]}
import asyncio


async def main():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('first')
        await asyncio.sleep(5)
    finally:
        print('finally')


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
