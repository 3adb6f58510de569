pairs = {(1, 2), (3, 4), (1, 2)}
print(len(pairs), (3, 4) in pairs, sorted(pairs))
try:
    {[1]}
except TypeError as error:
    print(error)
print(sorted(set('mississippi')), len(set([1, 1.0, True])))
