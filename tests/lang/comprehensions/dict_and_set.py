print({k: len(k) for k in ('a', 'bb', 'ccc')})
print({v: k for k, v in {'x': 1, 'y': 2}.items() if v > 1})
print({c for c in 'abracadabra'})
print({n: [m for m in range(1, n + 1) if n % m == 0] for n in (4, 6)})
