for key in {'a': 1, 'b': 2}:
    print(key, end=' ')
for char in 'xyz':
    print(char, end=' ')
for item in ({'k': 'v'}).items():
    print(item, end=' ')
for index, (key, value) in enumerate({'p': 1}.items()):
    print(index, key, value)
