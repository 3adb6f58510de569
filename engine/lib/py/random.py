"""Distributions on top of the Mersenne Twister, which is written in C.

Each function draws from the generator in the order that Python documents and programs rely on, so
that a seed gives the same numbers everywhere.
"""

from bisect import bisect as _bisect
from itertools import accumulate as _accumulate
from math import (acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs,
                  floor as _floor, isfinite as _isfinite, lgamma as _lgamma, log as _log,
                  log2 as _log2, pi as _pi, sin as _sin, sqrt as _sqrt, tau as _tau)
from operator import index as _index

__all__ = ['Random', 'SystemRandom', 'betavariate', 'binomialvariate', 'choice', 'choices', 'expovariate',
           'gammavariate', 'gauss', 'getrandbits', 'getstate', 'lognormvariate', 'normalvariate',
           'paretovariate', 'randbytes', 'randint', 'random', 'randrange', 'sample', 'seed',
           'setstate', 'shuffle', 'triangular', 'uniform', 'vonmisesvariate', 'weibullvariate']

_RATIO = 4 * _exp(-0.5) / _sqrt(2.0)
_LOG4 = _log(4.0)
_CHENG = 1.0 + _log(4.5)


class Random(_Random):
    """A generator of random numbers with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        version, words, self.gauss_next = state
        if version != self.VERSION:
            raise ValueError(f'state with version {version} passed to Random.setstate() '
                             f'of version {self.VERSION}')
        super().setstate(words)

    # Whole numbers

    def _randbelow(self, n):
        # Draws as many bits as n has until they make a number below n.
        draw = self.getrandbits
        bits = n.bit_length()
        number = draw(bits)
        while number >= n:
            number = draw(bits)
        return number

    def randbytes(self, n):
        return bytes([byte for i in range(0, n, 4)
                      for byte in self._word_bytes(min(4, n - i))])

    def _word_bytes(self, count):
        return self.getrandbits(count * 8).to_bytes(count, 'little')

    def randrange(self, start, stop=None, step=1):
        first = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError('Missing a non-None stop argument')
            if first > 0:
                return self._randbelow(first)
            raise ValueError('empty range for randrange()')
        width = _index(stop) - first
        by = _index(step)
        if by == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f'empty range in randrange({start}, {stop})')
        if by == 0:
            raise ValueError('zero step for randrange()')
        count = (width + by - 1) // by if by > 0 else (width + by + 1) // by
        if count <= 0:
            raise ValueError(f'empty range in randrange({start}, {stop}, {step})')
        return first + by * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    # Sequences

    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)) or not hasattr(population, '__getitem__'):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        if counts is not None:
            return self._sample_counted(population, k, counts)
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        # A small population is copied, a large one is drawn from until k places are known.
        small = 21
        if k > 5:
            small += 4 ** _ceil(_log(k * 3, 4))
        if n <= small:
            return self._sample_from_pool(list(population), k)
        taken = set()
        result = []
        for _ in range(k):
            place = self._randbelow(n)
            while place in taken:
                place = self._randbelow(n)
            taken.add(place)
            result.append(population[place])
        return result

    def _sample_from_pool(self, pool, k):
        result = []
        for left in range(len(pool), len(pool) - k, -1):
            place = self._randbelow(left)
            result.append(pool[place])
            pool[place] = pool[left - 1]
        return result

    def _sample_counted(self, population, k, counts):
        ends = list(_accumulate(counts))
        if len(ends) != len(population):
            raise ValueError('The number of counts does not match the population')
        total = ends.pop() if ends else 0
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total < 0:
            raise ValueError('Counts must be non-negative')
        places = self.sample(range(total), k=k)
        return [population[_bisect(ends, place)] for place in places]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[_floor(random() * n)] for _ in range(k)]
            if isinstance(weights, int):
                k = weights
                raise TypeError(f'The number of choices must be a keyword argument: {k=}')
            cum_weights = list(_accumulate(weights))
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _isfinite(total):
            raise ValueError('Total of weights must be finite')
        last = n - 1
        return [population[_bisect(cum_weights, random() * total, 0, last)] for _ in range(k)]

    # Real numbers

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        # Kinderman and Monahan's ratio of uniform deviates.
        random = self.random
        while True:
            u = random()
            v = 1.0 - random()
            z = _RATIO * (u - 0.5) / v
            if z * z / 4.0 <= -_log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        # Box and Muller's method makes two at a time; the second one is kept.
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * _tau
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        random = self.random
        if kappa <= 1e-6:
            return _tau * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if random() > 0.5:
            return (mu + _acos(f)) % _tau
        return (mu - _acos(f)) % _tau

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha > 1.0:
            return self._gamma_cheng(alpha) * beta
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        return self._gamma_below_one(alpha) * beta

    def _gamma_cheng(self, alpha):
        # R. C. H. Cheng's rejection method for shapes above 1.
        random = self.random
        root = _sqrt(2.0 * alpha - 1.0)
        b = alpha - _LOG4
        c = alpha + root
        while True:
            u = random()
            if not 1e-7 < u < 0.9999999:
                continue
            v = 1.0 - random()
            w = _log(u / (1.0 - u)) / root
            x = alpha * _exp(w)
            z = u * u * v
            r = b + c * w - x
            if r + _CHENG - 4.5 * z >= 0.0 or r >= _log(z):
                return x

    def _gamma_below_one(self, alpha):
        # Ahrens and Dieter's method for shapes below 1.
        random = self.random
        while True:
            b = (_e + alpha) / _e
            p = b * random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = random()
            if u <= (x ** (alpha - 1.0) if p > 1.0 else _exp(-x)):
                return x

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        if n < 0:
            raise ValueError('n must be non-negative')
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError('p must be in the range 0.0 <= p <= 1.0')
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            return self._binomial_by_gaps(n, p)
        return self._binomial_by_rejection(n, p)

    def _binomial_by_gaps(self, n, p):
        # Counts successes by the geometrically distributed gaps between them.
        count = place = 0
        c = _log2(1.0 - p)
        if not c:
            return count
        while True:
            place += _floor(_log2(self.random()) / c) + 1
            if place > n:
                return count
            count += 1

    def _binomial_by_rejection(self, n, p):
        # W. Hörmann's transformed rejection with squeeze.
        random = self.random
        setup = False
        spread = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        vr = 0.92 - 4.2 / b
        while True:
            u = random() - 0.5
            us = 0.5 - _fabs(u)
            k = _floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = random()
            if us >= 0.07 and v <= vr:
                return k
            if not setup:
                alpha = (2.83 + 5.1 / b) * spread
                odds = _log(p / (1.0 - p))
                mode = _floor((n + 1) * p)
                h = _lgamma(mode + 1) + _lgamma(n - mode + 1)
                setup = True
            v *= alpha / (a / (us * us) + b)
            if _log(v) <= h - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * odds:
                return k


def _from_system(count):
    from os import urandom
    return urandom(count)


class SystemRandom(Random):
    """Draws from os.urandom(), which gives the same bytes in every run here."""

    def random(self):
        return (int.from_bytes(_from_system(7)) >> 3) * 2.0 ** -53

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        size = (k + 7) // 8
        return int.from_bytes(_from_system(size)) >> size * 8 - k

    def randbytes(self, n):
        return _from_system(n)

    def seed(self, *args, **kwds):
        return None

    def getstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
binomialvariate = _inst.binomialvariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes
