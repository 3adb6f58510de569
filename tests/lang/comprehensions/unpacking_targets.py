print([a + b for a, b in [(1, 2), (3, 4)]])
print({k: v for k, *v in ['abc', 'xyz']})
print([first for first, *_ in ('one', 'two')])
