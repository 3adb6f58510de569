import asyncio
import threading

event = threading.Event()


async def main():
    print('waits')
    await asyncio.to_thread(event.wait)
    print('never')


asyncio.run(main())
