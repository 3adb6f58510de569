print(hash(1) == hash(1.0) == hash(True), hash('a') == hash('a'), hash((1, 'x')) == hash((1, 'x')), hash(0), hash(5), hash(-1), hash(2 ** 40))
for bad in ([], {}, set()):
    try:
        hash(bad)
    except TypeError as error:
        print(error)
