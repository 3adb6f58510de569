import asyncio
import contextvars

name = contextvars.ContextVar('name', default='outside')


def handler(loop, context):
    print(context['message'], name.get())


def bad():
    raise ValueError('bad')


async def fails():
    name.set('in the task')
    raise ValueError('lost')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    own = contextvars.copy_context()
    own.run(name.set, 'of the handle')
    loop.call_soon(bad, context=own)
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    await asyncio.sleep(0)


asyncio.run(main())
