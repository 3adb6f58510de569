"""Large ints in every presentation, with grouping, signs and padding."""
n = 2 ** 70 + 12345
print(f'{n:,} {n:_} {-n:+,} {n:#x} {n:#X} {n:o} {n:_b}')
print(f'[{n:>30}] [{n:<30}] [{n:^30}] [{-n:030}] [{n:*=+30}]')
print(f'{n:e} {n:.3f} {n:g} {n:%} {n:n}')
print('{:,d} {:_x} {!r:>25} {!s:.5}'.format(n, -n, n, n))
for spec in ('c', '.3', 'y', 'z'):
    try:
        print(format(n, spec))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
try:
    f'{10 ** 400:e}'
except OverflowError as error:
    print(error)
