"""The functions of math that consume iterables."""


def fsum(seq, /):
    # Partial sums that do not overlap: together they are the exact sum of all items.
    partials = []
    special = 0.0
    for item in seq:
        x = _as_float(item)
        if not isfinite(x):
            special += x
            if isnan(special) and not isnan(x):
                raise ValueError('-inf + inf in fsum')
            continue
        kept = 0
        for y in partials:
            if fabs(x) < fabs(y):
                x, y = y, x
            high = x + y
            if isinf(high):
                raise OverflowError('intermediate overflow in fsum')
            low = y - (high - x)
            if low:
                partials[kept] = low
                kept += 1
            x = high
        partials[kept:] = [x]
    return special if special or isnan(special) else _rounded(partials)


def _as_float(item):
    return item if type(item) is float else copysign(fabs(item), item)


def _rounded(partials):
    total = 0.0
    low = 0.0
    while partials:
        x = total
        y = partials.pop()
        total = x + y
        low = y - (total - x)
        if low:
            break
    # What is left decides about half a unit in the last place.
    if partials and (low < 0.0) == (partials[-1] < 0.0) and low and partials[-1]:
        doubled = low * 2.0
        x = total + doubled
        if doubled == x - total:
            total = x
    return total


def prod(iterable, /, *, start=1):
    result = start
    for item in iterable:
        result = result * item
    return result


def sumprod(p, q, /):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError('Inputs are not the same length')
    products = [a * b for a, b in zip(p, q)]
    if any(type(product) is float for product in products):
        return fsum(_exact_products(p, q))
    return sum(products)


def _exact_products(p, q):
    for a, b in zip(p, q):
        product = float(a) * float(b)
        yield product
        if isfinite(product):
            yield fma(float(a), float(b), -product)


def hypot(*coordinates):
    values = [fabs(x) for x in coordinates]
    if any(isinf(x) for x in values):
        return inf
    if any(isnan(x) for x in values):
        return nan
    greatest = max(values, default=0.0)
    if greatest == 0.0:
        return 0.0
    exponent = frexp(greatest)[1]
    scaled = [ldexp(x, -exponent) for x in values]
    root = sqrt(fsum([x * x for x in scaled]))
    # One step of Newton's method with exact products: the square root of the exact sum.
    rest = [-root * root, -fma(root, root, -root * root)]
    for x in scaled:
        rest.append(x * x)
        rest.append(fma(x, x, -x * x))
    return ldexp(root + fsum(rest) / (2.0 * root), exponent)


def dist(p, q, /):
    p, q = tuple(p), tuple(q)
    if len(p) != len(q):
        raise ValueError('both points must have the same number of dimensions')
    return hypot(*[a - b for a, b in zip(p, q)])
