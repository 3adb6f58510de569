class Mark:
    def __enter__(self):
        print('in', end=' ')

    def __exit__(self, *args):
        print('out', args[0], end=' ')


def f():
    with Mark():
        return 'value'


print(f())
for i in range(3):
    with Mark():
        if i == 0:
            continue
        break
print(i)
