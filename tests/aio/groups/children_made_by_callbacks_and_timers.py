import asyncio

async def leaf(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(name)
        return name
    finally:
        print('end', name)

async def main():
    loop = asyncio.get_running_loop()
    late = []
    try:
        async with asyncio.TaskGroup() as group:
            first = group.create_task(leaf('first', 1))
            def more(task):
                try:
                    late.append(group.create_task(leaf('more', 1, True)))
                except RuntimeError as error:
                    print(error)
            first.add_done_callback(more)
            loop.call_later(1.5, lambda: late.append(group.create_task(leaf('timer', 5))))
            print(group)
    except* ValueError as errors:
        print(errors.exceptions)
    try:
        group.create_task(leaf('over', 0))
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as inner:
                outer.create_task(leaf('o', 1, True))
                inner.create_task(leaf('i', 1, True))
                asyncio.current_task().cancel('self')
                try:
                    await asyncio.sleep(3)
                except asyncio.CancelledError as error:
                    print(error.args, asyncio.current_task().cancelling())
    except BaseExceptionGroup as errors:
        print(repr(errors), asyncio.current_task().cancelling())

asyncio.run(main())
