import asyncio
import datetime
import functools
import os
import random
import sys
import time
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)


@asyncio.coroutine if hasattr(asyncio, "coroutine") else (lambda f: f)
async def slow_operation(future):
    await asyncio.sleep(1)
    future.set_result("Future is done!")


def got_result(future):
    print("%s %r" % (future.result(), future.done()))


def display_date(end_time, loop):
    print("tick %.1f" % (loop.time() - start))
    if (loop.time() + 1.0) < end_time:
        loop.call_later(1, display_date, end_time, loop)
    else:
        loop.stop()


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0.1)
        return self.n


class Timer(object):
    def __init__(self, name, *args, **kwargs):
        super(Timer, self).__init__(*args, **kwargs)
        self.name = name

    def __enter__(self):
        self.start = time.time()
        return self

    def __exit__(self, exc_type, exc_value, tb):
        print("%(name)s took {0:.2f}s".format(time.time() - self.start) % {"name": self.name})
        return exc_type is ZeroDivisionError


async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        print("Task {}: Compute factorial({})...".format(name, i))
        await asyncio.sleep(1)
        f *= i
    print("Task {name}: factorial({number}) = {f}".format(name=name, number=number, f=f))
    return f


async def consume():
    async for n in Countdown(3):
        print("count", n, end=" ")
    else:
        print("go")
    return [n async for n in Countdown(2)], {n: n ** 2 async for n in Countdown(3) if n}


def blocking_io(n):
    time.sleep(n)
    return "blocked %d" % n


async def failing():
    yield_value = await asyncio.sleep(0.1, result="r")
    raise RuntimeError("cannot use %s" % yield_value)


start = loop.time()
future = loop.create_future()
asyncio.ensure_future(slow_operation(future), loop=loop)
future.add_done_callback(got_result)
loop.run_until_complete(future)
loop.call_soon(display_date, loop.time() + 3.0, loop)
loop.run_forever()
with Timer("factorials"):
    tasks = asyncio.gather(factorial("A", 2), factorial("B", 3), factorial("C", 4))
    print(loop.run_until_complete(tasks))
print(loop.run_until_complete(consume()))
with Timer("pool"):
    with ThreadPoolExecutor(max_workers=3) as executor:
        futures = [loop.run_in_executor(executor, blocking_io, n) for n in (1, 2)]
        print(loop.run_until_complete(asyncio.gather(*futures)))
    1 / 0
results = loop.run_until_complete(asyncio.gather(failing(), asyncio.sleep(0), return_exceptions=True))
print(results)
try:
    loop.run_until_complete(asyncio.wait_for(asyncio.sleep(5), timeout=0.2))
except asyncio.TimeoutError as e:
    print("timeout", repr(e), isinstance(e, TimeoutError))
done, pending = loop.run_until_complete(asyncio.wait(
    [loop.create_task(asyncio.sleep(t, t)) for t in (1, 2, 3)], return_when=asyncio.FIRST_COMPLETED))
print([t.result() for t in done], len(pending))
for task in pending:
    task.cancel()
loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
loop.run_until_complete(loop.shutdown_asyncgens())
print(loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed(), "%5.2f|%-8s|%+d|%s" % (3.14159, "left", 5, [1]), u"unicode", 0o17, 1_000)
sys.stdout.write("bye\n")
