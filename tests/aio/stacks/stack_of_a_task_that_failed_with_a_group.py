# print_stack() names the group alone, without what is in it.
import asyncio
import sys


async def fails():
    raise ExceptionGroup('several', [ValueError(1), KeyError(2)])


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    task.print_stack(file=sys.stdout)
    print(repr(task.exception()))


asyncio.run(main())
