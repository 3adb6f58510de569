import asyncio
import sys


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'dies at', sys._getframe(1).f_lineno)


async def fails(name):
    held = Held(name)
    forgotten = asyncio.sleep(0)
    raise KeyError(name)


async def main():
    try:
        await fails('named')
    except* KeyError as some:
        pass
    print('after')
    try:
        await asyncio.wait_for(fails('in the second clause'), 1)
    except* ValueError:
        print('never')
    except* KeyError:
        print('clause')
    for turn in range(2):
        try:
            await fails(f'turn {turn}')
        except* (KeyError, ValueError):
            found = turn
        else:
            found = None
        finally:
            print('finally', found)
    try:
        try:
            await fails('not handled')
        except* ValueError:
            print('never')
    except KeyError:
        print('outside')
    try:
        await fails('at the end')
    except* KeyError as some:
        some = None


asyncio.run(main())
