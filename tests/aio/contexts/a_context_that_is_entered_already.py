import asyncio
import contextvars

context = contextvars.copy_context()


async def work():
    print('never runs')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'never called', context=context)
    task = asyncio.create_task(work(), context=context)
    await asyncio.sleep(1)
    print(task.done(), task.cancel())
    loop.set_exception_handler(lambda loop, report: print('never told'))
    loop.call_soon(print, 'never called', context=context)
    await asyncio.sleep(1)


def run():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()


context.run(run)
