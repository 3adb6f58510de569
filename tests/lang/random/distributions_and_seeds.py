import random

random.seed('abc'); print(random.random()); random.seed(2.5); print(random.random()); random.seed(b'xyz'); print(random.getrandbits(40), random.binomialvariate(100,.3), random.vonmisesvariate(1,2), random.gammavariate(.5,1), random.gammavariate(3,2), random.betavariate(2,3), random.triangular(1,5), random.paretovariate(2), random.weibullvariate(1,2), random.randbytes(7), random.binomialvariate(20,.2), random.lognormvariate(0,1))
s=random.getstate(); x=random.random(); random.setstate(s); print(x==random.random())
print(random.sample(range(1000),5), random.choices('abc',[1,2,3],k=5), random.choices('ab',cum_weights=[1,3],k=3), random.sample([1,2],counts=[3,2],k=4))
for f in (lambda: random.randint(3,1), lambda: random.choice([]), lambda: random.sample([1],2), lambda: random.sample({1},1), lambda: random.seed([1]), lambda: random.choices([1],[0]), lambda: random.randrange(0), lambda: random.randrange(1,5,0), lambda: random.randrange(1.5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
