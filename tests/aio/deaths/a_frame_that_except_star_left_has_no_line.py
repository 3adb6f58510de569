import asyncio
import sys


async def leaves_one_over():
    try:
        await asyncio.sleep(0)
        raise ExceptionGroup('two', [ValueError(1), KeyError(2)])
    except* ValueError:
        print('one of two')


async def fails_inside():
    try:
        raise ExceptionGroup('one', [ValueError(1)])
    except* ValueError:
        raise RuntimeError('in the clause')


async def plain():
    try:
        raise ValueError(1)
    finally:
        print('finally')


async def main():
    for function in leaves_one_over, fails_inside, plain:
        task = asyncio.create_task(function())
        await asyncio.wait([task])
        print([frame.f_lineno for frame in task.get_stack()], repr(task.exception()))
        try:
            task.print_stack(file=sys.stdout)
        except TypeError as error:
            print(error)

asyncio.run(main())
