import random

random.seed(11)
print([random.choice('abcdef') for _ in range(8)])
print(random.sample(range(100), 6), random.sample(['x', 'y', 'z'], 2))
print(random.choices([1, 2, 3], k=5), random.choices('ab', weights=[9, 1], k=6))
try:
    random.choice([])
except IndexError as error:
    print(error)
