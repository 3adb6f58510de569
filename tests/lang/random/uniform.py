import random

random.seed(3)
print([random.uniform(0.5, 2.0) for _ in range(4)])
print(f'{random.uniform(1, 3):.2f} {random.uniform(-1, 1):.4f}')
