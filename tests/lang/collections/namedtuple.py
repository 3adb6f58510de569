from collections import namedtuple

P = namedtuple('P', 'x y', defaults=[5]); p = P(1); print(p, p.x, p._replace(x=3), p._asdict(), P._fields, p == (1,5), P(y=2, x=1))
try: P()
except TypeError as e: print(e)
try: P(1,2,3)
except TypeError as e: print(e)
try: p.x = 1
except AttributeError as e: print(e)
x, y = p; print(x, y)
