import asyncio
import threading
import time


async def main(name, seconds):
    print(name, threading.current_thread().name, asyncio.current_task().get_name())
    await asyncio.sleep(seconds)
    print(name, 'awake', time.monotonic())
    return name


def work(name, seconds):
    print('returned', asyncio.run(main(name, seconds)))


threads = [threading.Thread(target=work, args=a, name=f'T-{a[0]}')
           for a in (('a', 2), ('b', 1), ('c', 1.5))]
for t in threads:
    t.start()
for t in threads:
    t.join()
work('main', 1)
