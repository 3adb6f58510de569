import asyncio
import sys
import threading


async def numbers():
    yield 1
    yield 2


async def main(name):
    async for _ in numbers():
        break
    await asyncio.sleep(1)
    print(name, 'ends', sys.get_asyncgen_hooks().firstiter.__name__)


def started(agen):
    print('started in', threading.current_thread().name)


def work():
    print(sys.get_asyncgen_hooks())
    sys.set_asyncgen_hooks(firstiter=started)
    asyncio.run(main('thread'))
    print(sys.get_asyncgen_hooks().firstiter is started)


sys.set_asyncgen_hooks(finalizer=print)
thread = threading.Thread(target=work, name='helper')
thread.start()
thread.join()
print(sys.get_asyncgen_hooks().firstiter, sys.get_asyncgen_hooks().finalizer is print)
sys.set_asyncgen_hooks(None, None)
