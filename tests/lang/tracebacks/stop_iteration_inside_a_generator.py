def numbers():
    yield 1
    yield next(iter(()))


for number in numbers():
    print(number)
