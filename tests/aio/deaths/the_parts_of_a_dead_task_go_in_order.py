import asyncio
import contextvars
import functools

var = contextvars.ContextVar('var')


class Part:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def ignore(part, task):
    pass


def context_with(part):
    context = contextvars.Context()
    context.run(var.set, part)
    return context


class Silent(asyncio.Future):
    def add_done_callback(self, callback, **keywords):
        pass


class Hand:
    """A coroutine written by hand, which only its task holds."""

    def __init__(self, future):
        self.future, self.part = future, Part('coroutine')

    def send(self, value):
        future, self.future = self.future, None
        future._asyncio_future_blocking = True
        return future

    def throw(self, error):
        raise error

    def close(self):
        pass

    def __await__(self):
        return self


def make(loop):
    future = Silent(loop=loop)
    future.part = Part('what it waits for')
    task = loop.create_task(Hand(future), context=context_with(Part('context')))
    task.part = Part('attribute')
    for i in range(3):
        callback = functools.partial(ignore, Part(f'callback {i}'))
        task.add_done_callback(callback, context=context_with(Part(f'context {i}')))
    task._log_destroy_pending = False
    return task


async def main():
    task = make(asyncio.get_running_loop())
    await asyncio.sleep(0)
    print('the task goes')
    task = None
    print('end')

asyncio.run(main())
