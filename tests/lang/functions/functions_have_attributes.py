def f():
    f.calls += 1


f.calls = 0
for _ in range(4):
    f()
print(f.calls, f.__dict__)
print(hasattr(f, 'other'))
