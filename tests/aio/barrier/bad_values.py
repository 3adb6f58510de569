import asyncio

for parties in (0, -1):
    try:
        asyncio.Barrier(parties)
    except ValueError as exc:
        print(exc)
try:
    asyncio.Barrier()
except TypeError as exc:
    print(exc)
try:
    asyncio.Barrier('3')
except TypeError as exc:
    print(exc)
print(asyncio.Barrier(3))
print(asyncio.BrokenBarrierError.__mro__[1], asyncio.BrokenBarrierError('text'))
