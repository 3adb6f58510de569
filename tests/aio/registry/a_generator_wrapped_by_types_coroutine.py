import asyncio
import types


def steps():
    yield
    print('second step')
    return 'spam'


@types.coroutine
def plain():
    return steps()


async def main():
    wrapped = plain()
    print(type(wrapped).__name__, isinstance(wrapped, types._GeneratorWrapper))
    print(await wrapped)
    again = plain()
    print(again.gi_running, again.cr_running, again.gi_frame is not None, next(again))
    try:
        again.send(None)
    except StopIteration as stop:
        print(stop.value)
    third = iter(plain())
    third.close()
    print(list(third))


asyncio.run(main())
