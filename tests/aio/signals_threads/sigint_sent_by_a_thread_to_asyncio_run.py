import asyncio
import os
import signal
import threading
import time


def work():
    time.sleep(1)
    os.kill(os.getpid(), signal.SIGINT)
    print('sent')


async def main():
    threading.Thread(target=work).start()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled at', time.monotonic())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted at', time.monotonic())
