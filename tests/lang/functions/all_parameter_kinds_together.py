def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=60, e=70, g=80))
print(f(1, c=9, d=4, b='taken by kwargs', a='too'))
