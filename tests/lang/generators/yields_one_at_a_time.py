def count(n):
    print('start')
    for i in range(n):
        print('before', i)
        yield i
    print('end')


g = count(2)
print('made')
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print('stopped', stop.value)
