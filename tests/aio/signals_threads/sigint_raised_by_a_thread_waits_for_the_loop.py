import asyncio
import signal
import threading
import time


def work():
    time.sleep(1)
    signal.raise_signal(signal.SIGINT)  # does not end the wait of the loop
    print('raised')


async def main():
    threading.Thread(target=work).start()
    try:
        await asyncio.sleep(4)
        print('slept')
        await asyncio.sleep(4)
    except asyncio.CancelledError:
        print('cancelled at', time.monotonic())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted at', time.monotonic())
