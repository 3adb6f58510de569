import asyncio
import threading
import time


async def step(n):
    await asyncio.sleep(n)
    print('step', n, time.monotonic())
    return n


def work():
    with asyncio.Runner() as runner:
        print(runner.run(step(1)) + runner.run(step(2)))
        runner.get_loop().call_later(1, print, 'never')


t = threading.Thread(target=work)
t.start()
t.join()
print(time.monotonic())
