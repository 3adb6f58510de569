print(StopIteration().value, StopIteration(5).value, StopIteration(1, 2).value, repr(StopIteration('x')))
e = StopIteration(7)
e.value = 8
print(e.value, e.args)
