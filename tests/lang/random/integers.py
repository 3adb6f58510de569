import random

random.seed(7)
print([random.randint(1, 6) for _ in range(12)])
print([random.randrange(10) for _ in range(6)], [random.randrange(0, 100, 5) for _ in range(5)], random.getrandbits(16))
try:
    random.randint(5, 1)
except ValueError as error:
    print(error)
