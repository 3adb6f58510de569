import random

random.seed(2)
print([round(random.gauss(0, 1), 6) for _ in range(5)])
print(round(random.gauss(100, 15), 4), round(random.gauss(mu=1, sigma=0.1), 6))
