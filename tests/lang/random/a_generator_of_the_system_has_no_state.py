import random


def attempt(*uses):
    for use in uses:
        try:
            print(use())
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


draw = random.SystemRandom()
print(isinstance(draw, random.Random), 0 <= draw.random() < 1, 1 <= draw.randint(1, 6) <= 6, draw.choice('a'))
print(draw.getrandbits(10) < 1024, len(draw.randbytes(3)), len(set(draw.sample(range(10), 4))), draw.getrandbits(0))
print(set(draw.choices('ab', k=20)) <= {'a', 'b'}, 2 <= draw.uniform(2, 3) <= 3, draw.seed(5))
attempt(draw.getstate, lambda: draw.setstate(None), lambda: draw.getrandbits(-1))
