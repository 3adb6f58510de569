def f():
    for i in range(5):
        try:
            if i == 2:
                return i
            continue
        finally:
            print('finally', i)
    return 'never'


print(f())
