async def work():
    pass


def fail():
    job = work()
    raise ValueError('with a job')


try:
    fail()
except ValueError as error:
    print(repr(error))
print('after')
job = work()
try:
    job = 1 / 0
except ZeroDivisionError:
    del job
