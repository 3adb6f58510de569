import warnings

warnings.simplefilter('always')


def numbers():
    print('started')
    yield 1


async def work():
    pass

fresh = numbers()
frame = fresh.gi_frame
print(frame.clear(), list(fresh), fresh.gi_frame)
begun = numbers()
next(begun)
try:
    begun.gi_frame.clear()
except RuntimeError as error:
    print(error, next(begun, 'end'))
coroutine = work()
print(coroutine.cr_frame.clear(), coroutine.close())
