async def hello():
    print('running')
    return 'result'


c = hello()
print(type(c), c.__name__, c.__qualname__)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
