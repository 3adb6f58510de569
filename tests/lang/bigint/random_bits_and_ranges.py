"""Random numbers of any size, bit for bit."""
import random
r = random.Random(10 ** 30)
print(r.random(), r.getrandbits(64), r.getrandbits(100), r.getrandbits(1000) % 10 ** 30)
r = random.Random(-12345678901234567890123)
print(r.randrange(10 ** 40), r.randint(-10 ** 40, 10 ** 40), r.randrange(0, 10 ** 30, 10 ** 25), r.getrandbits(63))
random.seed(2 ** 64)
print(random.random(), random.randrange(2 ** 64), random.choice([10 ** 20, 10 ** 21]))
for call in (lambda: r.randrange(10 ** 30, 5), lambda: r.getrandbits(10 ** 30), lambda: r.getrandbits(-1)):
    try:
        print(call())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
