import asyncio
import sys


async def numbers(name):
    try:
        for number in range(5):
            yield number
    finally:
        print(name, 'ends')


async def main():
    own = sys.get_asyncgen_hooks()

    def first(agen):
        print('first use of', agen.__name__)
        own.firstiter(agen)

    def last(agen):
        print('nobody has', agen.__name__)
        own.finalizer(agen)

    sys.set_asyncgen_hooks(first, last)
    async for number in numbers('dropped'):
        if number == 1:
            break
    await asyncio.sleep(1)
    kept = numbers('kept')
    print(await anext(kept))
    sys.set_asyncgen_hooks(*own)
    print(sys.get_asyncgen_hooks() == own)
    async for number in numbers('as before'):
        break
    await asyncio.sleep(1)
    print('main ends')


asyncio.run(main())
