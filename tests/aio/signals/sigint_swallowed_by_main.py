# world: {"signals": [{"at": 1, "signal": "SIGINT"}]}
import asyncio


async def main():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('I go on', asyncio.current_task().cancelling())
    await asyncio.sleep(1)
    return 'result'


print(asyncio.run(main()))
