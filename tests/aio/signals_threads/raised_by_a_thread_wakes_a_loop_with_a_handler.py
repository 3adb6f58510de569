import asyncio
import signal
import time


def work():
    time.sleep(1)
    signal.raise_signal(signal.SIGUSR1)
    print('raised')
    time.sleep(1)
    return 'done'


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, lambda: print('callback at', loop.time()))
    print(await asyncio.to_thread(work), loop.time())


asyncio.run(main())
