import warnings


async def work():
    pass


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    work()
    print(len(seen), seen[0].source is not None)
    again = seen.pop().source
    again = None
    print(len(seen))
print('end')
