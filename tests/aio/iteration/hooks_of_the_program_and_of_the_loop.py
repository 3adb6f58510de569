import asyncio
import sys


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('numbers ends')


def first(agen):
    print('first use of', agen.__name__)


def last(agen):
    print('nobody has', agen.__name__)
    try:
        agen.aclose().send(None)
    except StopIteration:
        print('closed')


async def use_and_drop():
    async for _ in numbers():
        break
    await asyncio.sleep(1)


async def main():
    hooks = sys.get_asyncgen_hooks()
    print(hooks.firstiter.__qualname__, hooks.finalizer.__qualname__)
    await use_and_drop()
    sys.set_asyncgen_hooks(finalizer=last)
    await use_and_drop()
    sys.set_asyncgen_hooks(firstiter=None)
    print(sys.get_asyncgen_hooks().firstiter)
    await use_and_drop()


print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(first, last)
agen = numbers()
try:
    agen.__anext__().send(None)
except StopIteration as stop:
    print(stop.value)
del agen
asyncio.run(main())
print(sys.get_asyncgen_hooks() == (first, last))
for wrong in (3, 'x'):
    try:
        sys.set_asyncgen_hooks(wrong)
    except TypeError as error:
        print(error)
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())
