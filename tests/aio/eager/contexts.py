import asyncio
import contextvars

var = contextvars.ContextVar('var', default='none')

async def child(value):
    print('sees', var.get())
    var.set(value)
    await asyncio.sleep(0)
    print('kept', var.get())

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    var.set('main')
    task = asyncio.create_task(child('a'))
    print('main has', var.get())
    own = contextvars.copy_context()
    other = asyncio.create_task(child('b'), context=own)
    print('own has', own[var], task.get_context()[var], other.get_context() is own)
    await asyncio.gather(task, other)

asyncio.run(main())
