import sys


async def job():
    pass


def make():
    return job()


def deeper():
    return make()


print(sys.get_coroutine_origin_tracking_depth())
coro = make()
print(coro.cr_origin)
coro.close()
sys.set_coroutine_origin_tracking_depth(1)
print(sys.get_coroutine_origin_tracking_depth())
coro = make()
print([(line, name) for _, line, name in coro.cr_origin][:1])
coro.close()
sys.set_coroutine_origin_tracking_depth(2)
coro = deeper()
print([(line, name) for _, line, name in coro.cr_origin][:2])
coro.close()
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
deeper()
sys.set_coroutine_origin_tracking_depth(0)
print(make().cr_origin)
