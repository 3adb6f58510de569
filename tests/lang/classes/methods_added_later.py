class A:
    pass


def hello(self):
    return f'hello from {type(self).__name__}'


A.hello = hello
a = A()
print(a.hello())
a.hello = lambda: 'own'
print(a.hello(), A().hello())
