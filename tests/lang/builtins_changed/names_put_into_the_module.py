import builtins


def size(x):
    return len(x)


print(size('abc'))
builtins.len = lambda x: 42
print(size('abc'), len([]))
builtins.answer = 7
print(answer)
answer = 8
print(answer)
del answer
print(answer)
del builtins.answer
try:
    print(answer)
except NameError as error:
    print(error)
builtins.open = lambda *names: 'opened ' + ', '.join(names)
print(open('a', 'b'))


def numbers():
    yield len('x')
    yield len('x')


gen = numbers()
print(next(gen))
builtins.len = lambda x: 43
print(next(gen))
