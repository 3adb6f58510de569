print(dict(), dict(a=1), dict([('x', 1), ('y', 2)]), dict({'k': 1}, k=2), dict(zip('ab', range(2))), dict.fromkeys('ab', 0), dict.fromkeys([1]))
for bad in ([1], [(1, 2, 3)], 5):
    try:
        dict(bad)
    except (TypeError, ValueError) as error:
        print(error)
