async def f():
    return 1


c = f()
try:
    for x in c:
        pass
except TypeError as error:
    print(error)
try:
    next(c)
except TypeError as error:
    print(error)
c.close()
