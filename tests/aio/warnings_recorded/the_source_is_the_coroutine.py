import inspect
import warnings


async def work():
    print('never')


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    work()

one = seen[0]
print(one.category.__name__, one.message)
print(type(one.source).__name__, one.source.__qualname__)
print(inspect.getcoroutinestate(one.source))
one.source.close()
print(inspect.getcoroutinestate(one.source))
seen.clear()
one = None
print('end')
