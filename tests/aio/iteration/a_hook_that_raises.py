import asyncio
import sys


async def numbers():
    yield 1
    yield 2


def refuse(agen):
    raise ValueError(f'not {agen.__name__}')


async def main():
    sys.set_asyncgen_hooks(firstiter=refuse)
    agen = numbers()
    for _ in range(2):
        try:
            print(await anext(agen))
        except ValueError as error:
            print(error)
    sys.set_asyncgen_hooks(None, refuse)
    other = numbers()
    print(await anext(other))
    del other
    print('went on')
    await agen.aclose()


asyncio.run(main())
