# world: {"signals": [{"at": 1, "signal": "SIGINT"}]}
import asyncio


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(job('a', 3))
        group.create_task(job('b', 4))


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
