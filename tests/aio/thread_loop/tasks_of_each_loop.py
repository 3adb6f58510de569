import asyncio
import threading
import time

names = {}


async def nap():
    await asyncio.sleep(1)


async def main(name):
    tasks = [asyncio.create_task(nap(), name=f'{name}-{i}') for i in range(2)]
    await asyncio.sleep(0.5)
    names[name] = [t.get_name() for t in asyncio.all_tasks()]
    print(name, names[name], asyncio.current_task().get_name(), time.monotonic())
    await asyncio.wait(tasks)


t = threading.Thread(target=lambda: asyncio.run(main('thread')))
t.start()
asyncio.run(main('main'))
t.join()
