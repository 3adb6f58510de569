class Open:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind and kind.__name__, value)


with Open('a') as a:
    print('body', a)
with Open('b') as b, Open('c') as c:
    print(b, c)
with (Open('d') as d, Open('e')):
    print(d)
