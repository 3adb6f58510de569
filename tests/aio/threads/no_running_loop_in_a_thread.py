import asyncio


def ask(function):
    try:
        print(function())
    except RuntimeError as error:
        print(error)


def work():
    ask(asyncio.get_running_loop)
    ask(asyncio.get_event_loop)
    ask(asyncio.current_task)
    ask(asyncio.all_tasks)


async def main():
    await asyncio.to_thread(work)
    coro = asyncio.sleep(0)
    ask(lambda: asyncio.run(coro))
    coro.close()


asyncio.run(main())
