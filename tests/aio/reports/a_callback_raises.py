import asyncio
import functools


def bad(*args):
    raise ValueError(args)


class Thing:
    def method(self):
        raise KeyError('method')

    def __call__(self):
        raise TypeError('called')

    def __repr__(self):
        return '<Thing>'


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad, 1, 2)
    loop.call_soon(functools.partial(bad, 3, key=4))
    loop.call_soon(Thing().method)
    loop.call_soon(Thing())
    loop.call_soon(lambda: 1 / 0)
    loop.call_later(1, bad, 'later')
    future = loop.create_future()
    future.add_done_callback(bad)
    future.set_result(None)
    await asyncio.sleep(2)


asyncio.run(main())
