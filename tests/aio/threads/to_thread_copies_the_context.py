import asyncio
import contextvars

var = contextvars.ContextVar('var', default='none')


def work():
    before = var.get()
    var.set('thread')
    return before, var.get()


async def main():
    var.set('main')
    print(await asyncio.to_thread(work), var.get())
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, var.get), var.get())
    print(await loop.run_in_executor(None, contextvars.copy_context().run, work))


asyncio.run(main())
