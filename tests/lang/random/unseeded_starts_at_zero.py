import random
from random import randint

print(random.random(), randint(1, 100))
random.seed(0)
print(random.random(), randint(1, 100))
