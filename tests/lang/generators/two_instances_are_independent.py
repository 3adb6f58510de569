def letters():
    yield 'a'
    yield 'b'


g, h = letters(), letters()
print(next(g), next(h), next(g), next(h))
