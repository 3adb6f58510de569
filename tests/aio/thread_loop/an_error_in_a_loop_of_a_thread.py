import asyncio
import threading


async def fail():
    await asyncio.sleep(1)
    raise ValueError('in the thread')


t = threading.Thread(target=asyncio.run, args=(fail(),))
t.start()
t.join()
print('main goes on')
