import unicodedata as u


def t(f, *a):
    try:
        r = ascii(f(*a))
    except Exception as e:
        r = f'{type(e).__name__}: {e}'
    print(f.__name__, ascii(a), r)


print(u.unidata_version)
for c in 'aA1 \n(«é½²٣Ⅷ京兆一\u0301\u0378\ud800\u200f\u05d0\u0627ﬁ가㍿😀\U00010107':
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.east_asian_width(c),
          u.decimal(c, None), u.digit(c, None), u.numeric(c, None), repr(u.decomposition(c)))
for f in (u.category, u.bidirectional, u.combining, u.mirrored, u.decomposition, u.east_asian_width):
    t(f, 'ab')
    t(f, None)
    t(f, 1)
    t(f)
for f in (u.decimal, u.digit, u.numeric):
    t(f, 'x')
    t(f, 'x', 5)
    t(f, '')
    t(f, None)
    t(f)
