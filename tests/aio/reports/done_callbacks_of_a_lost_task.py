import asyncio


async def fails():
    raise ValueError('seen by a callback')


def look(task):
    print(repr(task.exception()))


def do_not_look(task):
    print(task.done())


async def main():
    first = asyncio.create_task(fails())
    first.add_done_callback(look)
    second = asyncio.create_task(fails())
    second.add_done_callback(do_not_look)
    await asyncio.sleep(0.1)


asyncio.run(main())
