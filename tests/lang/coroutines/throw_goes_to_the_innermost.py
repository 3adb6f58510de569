class Pause:
    def __await__(self):
        try:
            yield 'paused'
        except ValueError as error:
            print('await got', error)
            return 'handled'


async def inner():
    return await Pause()


async def outer():
    return await inner()


c = outer()
print(c.send(None))
try:
    c.throw(ValueError('thrown'))
except StopIteration as stop:
    print(stop.value)
