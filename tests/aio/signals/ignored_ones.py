# world: {"signals": [{"at": 1, "signal": "SIGCHLD"}, {"at": 1.5, "signal": "SIGWINCH"}]}
import asyncio
import signal

signal.signal(signal.SIGHUP, signal.SIG_IGN)


async def main():
    signal.raise_signal(signal.SIGHUP)
    await asyncio.sleep(2)
    print('nothing happened')


asyncio.run(main())
