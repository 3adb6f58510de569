def source():
    for c in 'ab':
        print('give', c)
        yield c


for i, c in enumerate(source()):
    print(i, c)
