def twice(f, x):
    return f(f(x))


table = {'inc': lambda x: x + 1, 'neg': lambda x: -x, 'str': str}
for name, function in table.items():
    print(name, twice(function, 5))
