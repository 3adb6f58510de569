print(True + True, sum([True, False, True]), True * 5, 'yes'[True], [10, 20][False], -True, True / 2, repr(True), isinstance(True, int))
print(not 0, not '', not [], not None, bool('False'), bool(' '))
