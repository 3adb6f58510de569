import asyncio


async def inner(name):
    print(name, asyncio.current_task().get_name())
    await asyncio.sleep(1)
    return name


def nested(coro):
    outer = asyncio.get_running_loop()
    task = asyncio.current_task()
    asyncio._set_running_loop(None)
    try:
        with asyncio.Runner() as runner:
            return runner.run(coro)
    finally:
        asyncio._set_running_loop(outer)
        print(asyncio.current_task() is task)


async def main():
    side = asyncio.create_task(inner('side'))
    await asyncio.sleep(0)
    print(nested(inner('nested')))
    try:
        nested(asyncio.wait_for(inner('slow'), 0.5))
    except TimeoutError as error:
        print(repr(error))
    print(await side)
    asyncio.set_event_loop(None)


asyncio.run(main())
