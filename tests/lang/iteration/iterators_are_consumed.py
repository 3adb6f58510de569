it = iter([1, 2, 3, 4, 5])
for x in it:
    if x == 2:
        break
print(list(it), list(it))
pairs = iter('abcdef')
print(list(zip(pairs, pairs)))
