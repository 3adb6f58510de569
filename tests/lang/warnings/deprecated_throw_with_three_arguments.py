def numbers():
    for n in range(5):
        try:
            yield n
        except ValueError as error:
            print('inside', repr(error))


async def letters():
    try:
        yield 'a'
    except ValueError as error:
        print('inside', repr(error))
        yield 'b'


async def main():
    source = letters()
    print(await anext(source))
    print(await source.athrow(ValueError, ValueError('thrown')))
    waiting = source.asend(None)
    try:
        waiting.throw(KeyError, 'k')
    except KeyError as error:
        print(repr(error))


generator = numbers()
next(generator)
for value in 'text', None, ('a', 'b'):
    generator.throw(ValueError, value)
generator.throw(ValueError('one argument is fine'))
coroutine = main()
try:
    coroutine.send(None)
except StopIteration:
    print('end')
coroutine = main()
try:
    coroutine.throw(OSError, 5, None)
except OSError as error:
    print(repr(error))
