async def f():
    await 5


async def g():
    await [1]


class Wrong:
    def __await__(self):
        return 5


async def h():
    await Wrong()


for make in (f, g, h):
    try:
        make().send(None)
    except TypeError as error:
        print(error)
