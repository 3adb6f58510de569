import asyncio
import threading
import time

loop = asyncio.new_event_loop()


def work(name):
    time.sleep(0.5)
    try:
        loop.run_until_complete(asyncio.sleep(1))
        print(name, 'ran it', time.monotonic())
    except RuntimeError as error:
        print(name, error, time.monotonic())


threads = [threading.Thread(target=work, args=(n,)) for n in 'ab']
for t in threads:
    t.start()
for t in threads:
    t.join()
print(loop.is_running())
loop.close()
