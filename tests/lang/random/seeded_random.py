import random

random.seed(42)
print([random.random() for _ in range(4)])
random.seed(42)
print(random.random())
random.seed('text')
print(random.random())
random.seed(1.5)
print(random.random())
