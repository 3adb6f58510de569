for it in (iter([]), iter(()), iter(''), iter({}), iter(range(1)), zip(), enumerate([]), map(str, []), filter(None, []), reversed([])):
    print(type(it).__name__, end=' ')
print()
