def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('finally')


it = g()
print(next(it))
print(it.close())
print(next(it, 'no more'))
fresh = g()
fresh.close()
print('closed fresh')
