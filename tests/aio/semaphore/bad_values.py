import asyncio

for kind in asyncio.Semaphore, asyncio.BoundedSemaphore:
    for value in (-1, 0, 1, True, 2.5):
        try:
            print(kind(value))
        except ValueError as exc:
            print(exc)
    try:
        kind('2')
    except TypeError as exc:
        print(exc)
    print(kind(value=3))
