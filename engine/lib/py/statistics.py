"""Averages and spreads. Sums are exact: numerators over a common denominator."""

from bisect import bisect_left as _bisect_left
from collections import Counter as _Counter, namedtuple as _namedtuple
import math as _math

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']

LinearRegression = _namedtuple('LinearRegression', ('slope', 'intercept'))


class StatisticsError(ValueError):
    pass


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _add(a, b):
    if a[1] == b[1]:
        return a[0] + b[0], a[1]
    return a[0] * b[1] + b[0] * a[1], a[1] * b[1]


def _reduced(a):
    common = _math.gcd(*a) or 1
    return a[0] // common, a[1] // common


def _common_kind(kind, other):
    """The type that a result has whose data are of these two."""
    if kind is other or other in (int, bool):
        return kind
    if kind in (int, bool):
        return other
    for one, two in ((kind, other), (other, kind)):
        if issubclass(one, two):
            return one
        if issubclass(two, float) and one.__name__ == 'Fraction':
            return two
    raise TypeError(f"don't know how to coerce {kind.__name__} and {other.__name__}")


def _sums(data):
    """Their type, how many, and the exact sums of them and of their squares."""
    kind, count, total, squares = int, 0, (0, 1), (0, 1)
    for x in data:
        if type(x) is not kind:
            kind = _common_kind(kind, type(x))
        ratio = _ratio(x)
        total = _reduced(_add(total, ratio))
        squares = _reduced(_add(squares, (ratio[0] ** 2, ratio[1] ** 2)))
        count += 1
    return kind, count, total, squares


def _number(ratio, kind):
    numerator, denominator = _reduced(ratio)
    if kind is int or kind is bool:
        return numerator if denominator == 1 else numerator / denominator
    if kind is float:
        return numerator / denominator
    if kind.__name__ == 'Fraction':
        return kind(numerator, denominator)
    if issubclass(kind, int) and denominator != 1:
        return numerator / denominator
    if issubclass(kind, float):
        return kind(numerator / denominator)
    return kind(numerator) if denominator == 1 else kind(numerator) / kind(denominator)


def mean(data):
    kind, count, total, _ = _sums(data)
    if count < 1:
        raise StatisticsError('mean requires at least one data point')
    return _number((total[0], total[1] * count), kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is not None:
        weights = list(weights)
        if len(data) != len(weights):
            raise StatisticsError('data and weights must be the same length')
        total = _math.fsum(weights)
        if not total:
            raise StatisticsError('sum of weights must be non-zero')
        return _math.sumprod(data, weights) / total
    if not data:
        raise StatisticsError('fmean requires at least one data point')
    return _math.fsum(data) / len(data)


def geometric_mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    if any(x < 0 for x in data):
        raise StatisticsError('No negative inputs allowed')
    if any(x == 0 for x in data):
        return 0.0
    return _math.exp(_math.fsum(map(_math.log, data)) / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any(x < 0 for x in data):
        raise StatisticsError('harmonic mean does not support negative values')
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    if any(x == 0 for x in data):
        return 0
    if len(data) == 1:
        return data[0]
    total, inverse = (0, 1), (0, 1)
    for x, weight in zip(data, weights):
        a, b = _ratio(x), _ratio(weight)
        total = _add(total, b)
        inverse = _add(inverse, (b[0] * a[1], b[1] * a[0]))
    return _number((total[0] * inverse[1], total[1] * inverse[0]), float)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    data = _sorted(data)
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = _sorted(data)
    x = data[len(data) // 2]
    below = _bisect_left(data, x)
    within = data.count(x)
    interval, x = float(interval), float(x)
    return x - interval / 2.0 + interval * (len(data) / 2 - below) / within


def mode(data):
    common = _Counter(data).most_common(1)
    if not common:
        raise StatisticsError('no mode for empty data')
    return common[0][0]


def multimode(data):
    counts = _Counter(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _spread(data, given, least, name):
    """The exact variance as a ratio; `least` values are needed."""
    kind, count, total, squares = _sums(data)
    if count < least:
        words = 'at least two data points' if least == 2 else 'at least one data point'
        raise StatisticsError(f'{name} requires {words}')
    if given is None:
        # count * squares - total ** 2, over count
        ratio = _add((squares[0] * count, squares[1]), (-total[0] ** 2, total[1] ** 2))
        ratio = ratio[0], ratio[1] * count
    else:
        center = _ratio(given)
        ratio = _add(squares, (-2 * center[0] * total[0], center[1] * total[1]))
        ratio = _add(ratio, (center[0] ** 2 * count, center[1] ** 2))
    return _reduced((ratio[0], ratio[1] * (count - least + 1))), kind


def variance(data, xbar=None):
    return _number(*_spread(data, xbar, 2, 'variance'))


def pvariance(data, mu=None):
    return _number(*_spread(data, mu, 1, 'pvariance'))


def _root(ratio):
    """The correctly rounded square root: enough bits, the last one set where something is lost."""
    numerator, denominator = ratio
    if numerator == 0:
        return 0.0
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        denominator <<= 2 * shift
    else:
        numerator <<= -2 * shift
    root = _math.isqrt(numerator // denominator)
    root |= root * root * denominator != numerator
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


def stdev(data, xbar=None):
    return _root(_spread(data, xbar, 2, 'stdev')[0])


def pstdev(data, mu=None):
    return _root(_spread(data, mu, 1, 'pstdev')[0])


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    if len(data) < 2:
        if len(data) == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    size = len(data)
    steps = size - 1 if method == 'inclusive' else size + 1
    cuts = []
    for i in range(1, n):
        place = i * steps // n
        if method == 'inclusive':
            left, right = place, place + 1
        else:
            place = min(max(place, 1), size - 1)
            left, right = place - 1, place
        rest = i * steps - place * n
        cuts.append((data[left] * (n - rest) + data[right] * rest) / n)
    return cuts


def _pairs(x, y, what):
    if len(x) != len(y):
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    return _math.fsum(x) / len(x), _math.fsum(y) / len(y)


def covariance(x, y, /):
    a, b = _pairs(x, y, 'covariance')
    return _math.sumprod([v - a for v in x], [v - b for v in y]) / (len(x) - 1)


def _ranks(data):
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks = [0.0] * len(data)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and data[order[end]] == data[order[start]]:
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + end - 1) / 2 - (len(data) - 1) / 2
        start = end
    return ranks


def correlation(x, y, /, *, method='linear'):
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')
    a, b = _pairs(x, y, 'correlation')
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    else:
        x, y = [v - a for v in x], [v - b for v in y]
    both = _math.sumprod(x, y)
    try:
        return both / _math.sqrt(_math.sumprod(x, x) * _math.sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


def linear_regression(x, y, /, *, proportional=False):
    a, b = _pairs(x, y, 'linear regression')
    if not proportional:
        x, y = [v - a for v in x], [v - b for v in y]
    try:
        slope = _math.sumprod(x, y) / (_math.sumprod(x, x) + 0.0)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope, 0.0 if proportional else b - slope * a)


_ROOT_TWO = _math.sqrt(2.0)

# Wichura's rational approximations (algorithm AS 241) to the inverse of the normal distribution: near the middle, in
# the flanks, in the tails. The highest power comes first.
_MIDDLE = (
    (2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
     4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
     1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
    (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
     2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
     4.23133_30701_60091_1252e+1, 1.0))
_FLANK = (
    (7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
     1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
     4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
    (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
     1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
     2.05319_16266_37758_82187e+0, 1.0))
_TAIL = (
    (2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
     2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
     5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
    (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
     7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
     5.99832_20655_58879_37690e-1, 1.0))


def _polynomial(factors, x):
    value = factors[0]
    for factor in factors[1:]:
        value = value * x + factor
    return value


def _inverse_normal(p, mu, sigma):
    q = p - 0.5
    if _math.fabs(q) <= 0.425:
        r = 0.180625 - q * q
        above, below = _MIDDLE
        return mu + _polynomial(above, r) * q / _polynomial(below, r) * sigma
    r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
    (above, below), r = (_FLANK, r - 1.6) if r <= 5.0 else (_TAIL, r - 5.0)
    x = _polynomial(above, r) / _polynomial(below, r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution with a mean and a standard deviation."""

    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution',
                 '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(mean(map(float, data)), stdev(map(float, data)))

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        import random
        draw = random.random if seed is None else random.Random(seed).random
        return [_inverse_normal(draw(), self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        away = x - self._mu
        return _math.exp(away * away / (-2.0 * variance)) / _math.sqrt(_math.tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _ROOT_TWO)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _inverse_normal(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        x, y = (other, self) if (other._sigma, other._mu) < (self._sigma, self._mu) else (self, other)
        x_variance, y_variance = x.variance, y.variance
        if not x_variance or not y_variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        difference = y_variance - x_variance
        apart = _math.fabs(y._mu - x._mu)
        if not difference:
            return 1.0 - _math.erf(apart / (2.0 * x._sigma * _ROOT_TWO))
        a = x._mu * y_variance - y._mu * x_variance
        b = x._sigma * y._sigma * _math.sqrt(apart * apart + difference * _math.log(y_variance / x_variance))
        first, second = (a + b) / difference, (a - b) / difference
        return 1.0 - (_math.fabs(y.cdf(first) - x.cdf(first)) + _math.fabs(y.cdf(second) - x.cdf(second)))

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * _math.fabs(factor))

    def __truediv__(self, divisor):
        return NormalDist(self._mu / divisor, self._sigma / _math.fabs(divisor))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
