import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar('var', default='unset')
var.set('main')


async def main(name):
    print(name, 'sees', var.get())
    var.set(name)
    await asyncio.sleep(1)
    print(name, 'has', var.get(), await asyncio.to_thread(var.get))


threads = [threading.Thread(target=asyncio.run, args=(main(n),)) for n in 'ab']
for t in threads:
    t.start()
time.sleep(2)
print(var.get())
