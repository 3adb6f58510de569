# world: {"signals": [{"at": 1, "signal": "SIGINT"}]}
import asyncio


async def main():
    try:
        await asyncio.sleep(3)
    finally:
        print('finally')


loop = asyncio.new_event_loop()
task = loop.create_task(main())
try:
    loop.run_until_complete(task)
except KeyboardInterrupt:
    print('interrupted', task.done(), loop.is_running())
    task.cancel()
    try:
        loop.run_until_complete(task)
    except asyncio.CancelledError:
        print('cancelled')
loop.close()
