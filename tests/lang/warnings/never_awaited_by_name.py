class Robot:
    async def charge(self):
        pass


def make():
    async def inner():
        pass
    return inner


Robot().charge()
make()()
renamed = make()
renamed.__qualname__ = 'other_name'
renamed()
late = make()()
late.__qualname__ = 'late_name'
del late
