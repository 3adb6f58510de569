import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, print, 'usr1')
    os.kill(os.getpid(), signal.SIGUSR1)
    print('sent')
    for turn in range(4):
        await asyncio.sleep(0)
        print('turn', turn)


asyncio.run(main())
