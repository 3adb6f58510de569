import asyncio
import contextvars

var = contextvars.ContextVar('var')


def step(loop, n):
    print(n, var.get('none'))
    var.set(n)
    if n < 3:
        loop.call_soon(step, loop, n + 1)
        loop.call_later(1, step, loop, n + 10)


async def main():
    loop = asyncio.get_running_loop()
    context = contextvars.Context()
    loop.call_soon(step, loop, 0, context=context)
    await asyncio.sleep(1.5)
    print(context.get(var), var.get('untouched'))
    token = var.set('outer')
    async def child():
        try:
            var.reset(token)
        except ValueError as error:
            print(str(error).split(' at 0x')[0].split()[0], 'was created in a different Context' in str(error))
        return var.get()
    print(await asyncio.create_task(child()), await child())
    print(var.get('reset'))
    task = asyncio.create_task(asyncio.sleep(1), context=context)
    print(task.get_context() is context)
    await task
    def thread():
        var.set('thread')
        return var.get()
    print(await asyncio.to_thread(context.run, thread), context[var], var.get('main'))


asyncio.run(main())
