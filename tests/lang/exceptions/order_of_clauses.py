def f(action):
    try:
        print('try')
        action()
    except ZeroDivisionError as error:
        print('except', error)
    else:
        print('else')
    finally:
        print('finally')


f(lambda: None)
f(lambda: 1 / 0)
