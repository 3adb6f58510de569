import asyncio
import contextvars


async def job():
    print('job')
    await asyncio.sleep(0)
    return 1


def attempt(loop, context):
    try:
        return loop.create_task(job(), context=context)
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, str(error).split(':')[0])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    context = contextvars.copy_context()
    print(context.run(attempt, loop, context))
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    print(asyncio.current_task().get_name(), asyncio.current_task())
    print(await attempt(loop, contextvars.copy_context()))


asyncio.run(main())
