import random

a, b = random.Random(1), random.Random(1)
print(a.random() == b.random(), a.randint(1, 9), b.randint(1, 9), a.choice('xyz'), a.uniform(0, 1))
