import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')

async def set_and_wait(value, wait):
    before = var.get()
    token = var.set(value)
    if wait:
        await asyncio.sleep(wait)
    seen = var.get()
    var.reset(token)
    return before, seen, var.get()

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    var.set('main')
    own = contextvars.copy_context()
    own.run(var.set, 'own')
    tasks = [asyncio.create_task(set_and_wait('a', 0)), asyncio.create_task(set_and_wait('b', 1)),
             asyncio.create_task(set_and_wait('c', 0), context=own),
             asyncio.create_task(set_and_wait('d', 1), context=own)]
    print(var.get(), own[var], [t.done() for t in tasks])
    def seen(task):
        print('callback', var.get(), task.get_name())
    for t in tasks:
        t.add_done_callback(seen, context=own)
    print(await asyncio.gather(*tasks))
    print(var.get(), own[var])
    async with asyncio.TaskGroup() as group:
        t1 = group.create_task(set_and_wait('e', 0))
        t2 = group.create_task(set_and_wait('f', 0.5), context=own)
        print(t1.done(), t2.done(), own[var])
    print(t1.result(), t2.result(), own[var])

asyncio.run(main())
