"""Averages and spreads. Sums are exact: numerators over a common denominator."""

from bisect import bisect_left as _bisect_left
from collections import Counter as _Counter, namedtuple as _namedtuple
import math as _math

__all__ = ['StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
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


def _sums(data):
    """Whether all are ints, how many, and the exact sums of them and of their squares."""
    whole, count, total, squares = True, 0, (0, 1), (0, 1)
    for x in data:
        whole = whole and isinstance(x, int)
        ratio = _ratio(x)
        total = _reduced(_add(total, ratio))
        squares = _reduced(_add(squares, (ratio[0] ** 2, ratio[1] ** 2)))
        count += 1
    return whole, count, total, squares


def _number(ratio, whole):
    numerator, denominator = _reduced(ratio)
    if whole and denominator == 1:
        return numerator
    return numerator / denominator


def mean(data):
    whole, count, total, _ = _sums(data)
    if count < 1:
        raise StatisticsError('mean requires at least one data point')
    return _number((total[0], total[1] * count), whole)


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
    return _number((total[0] * inverse[1], total[1] * inverse[0]), False)


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
    whole, count, total, squares = _sums(data)
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
    return _reduced((ratio[0], ratio[1] * (count - least + 1))), whole


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
