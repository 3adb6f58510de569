from collections import Counter
pairs = ((Counter({'a': 'x'}), Counter()), (Counter(), Counter({'a': 'x'})), (Counter({1: 1}), Counter({1: 'x'})),
         (Counter({1: -2, 3: 5}), Counter({1: 4, 2: -3})))
for a, b in pairs:
    for op in (lambda: a + b, lambda: a - b, lambda: a | b, lambda: a & b, lambda: +a, lambda: -a):
        try: print(op())
        except TypeError as e: print(e)
