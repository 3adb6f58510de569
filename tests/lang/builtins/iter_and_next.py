it = iter([1, 2])
print(next(it), next(it), next(it, 'default'), iter(it) is it)
n = 0


def step():
    global n
    n += 1
    return n


print(list(iter(step, 4)))
try:
    next(iter([]))
except StopIteration as stop:
    print(repr(stop))
