# world: {"signals": [{"at": 1, "signal": "SIGINT"}]}
import asyncio


async def worker():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print('worker is cancelled when run() ends')
        raise


async def main():
    task = asyncio.create_task(worker())
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print('worker done:', task.done())
        await asyncio.sleep(1)
        print('worker done:', task.done())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
