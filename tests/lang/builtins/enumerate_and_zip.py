print(list(enumerate('ab')), list(enumerate('ab', start=5)), list(zip([1, 2, 3], 'ab')), list(zip()), list(zip('ab', 'cd', 'ef')))
z = zip([1, 2], [3, 4])
print(next(z), list(z), list(z))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
