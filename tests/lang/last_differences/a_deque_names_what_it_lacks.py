from collections import deque

d = deque([1, 2, 3])
for look in (lambda: d.remove(9), lambda: d.remove((1, 1)), lambda: d.remove('x'), lambda: d.index(9), lambda: deque().remove(None)):
    try:
        look()
    except ValueError as e:
        print(e)
