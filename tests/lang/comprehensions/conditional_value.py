print(['even' if n % 2 == 0 else 'odd' for n in range(4)])
print([n if n else None for n in (0, 1)])
