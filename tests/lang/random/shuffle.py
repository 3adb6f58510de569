import random

random.seed(5)
a = list(range(10))
random.shuffle(a)
print(a)
random.shuffle(a)
print(a)
