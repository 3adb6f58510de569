# world: {"signals": [{"at": 1, "signal": "SIGINT"}]}
import asyncio


async def slow():
    try:
        await asyncio.sleep(9)
    finally:
        print('slow is closed')


async def main():
    try:
        await asyncio.wait_for(slow(), 5)
    except TimeoutError:
        print('no timeout')


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
