def inner():
    try:
        yield 1
    except ValueError:
        print('inner caught')
        yield 'recovered'
    finally:
        print('inner finally')


def outer():
    try:
        yield from inner()
    finally:
        print('outer finally')


it = outer()
next(it)
print(it.throw(ValueError))
it.close()
