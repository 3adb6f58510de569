import asyncio
import contextvars

var = contextvars.ContextVar('var', default='empty')

async def change(value):
    before = var.get()
    var.set(value)
    return before

with asyncio.Runner() as runner:
    print(runner.run(change('a')), runner.run(change('b')), var.get())
    own = contextvars.copy_context()
    print(runner.run(change('c'), context=own), own[var], runner.run(change('d')))
