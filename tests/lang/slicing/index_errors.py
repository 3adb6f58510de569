for value, index in [([1], 1), ((1,), 5), ('ab', -3), (b'ab', 2)]:
    try:
        value[index]
    except IndexError as error:
        print(error)
for value, index in [([1], 'a'), ('ab', 1.0), ((1,), None)]:
    try:
        value[index]
    except TypeError as error:
        print(error)
