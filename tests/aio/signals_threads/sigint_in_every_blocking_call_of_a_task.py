# world: {"signals": [{"at": 1, "signal": "SIGINT"}, {"at": 3, "signal": "SIGINT"}, {"at": 5, "signal": "SIGINT"}, {"at": 7, "signal": "SIGINT"}]}
import asyncio
import concurrent.futures
import threading
import time

waits = {
    'sleep': lambda: time.sleep(2),
    'event': lambda: threading.Event().wait(2),
    'lock': lambda: locked.acquire(timeout=2),
    'result': lambda: concurrent.futures.Future().result(timeout=2),
}
locked = threading.Lock()
locked.acquire()


async def main(name):
    try:
        waits[name]()
    except TimeoutError:
        print('in vain')
    print(name, 'ended at', time.monotonic())
    await asyncio.sleep(0)
    print('not printed')


for name in waits:
    try:
        asyncio.run(main(name))
    except KeyboardInterrupt:
        print('interrupted at', time.monotonic())
