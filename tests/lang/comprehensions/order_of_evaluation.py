def t(x):
    print(x, end=' ')
    return x


print([t(a) + t(b) for a in [1, 2] for b in [t(10)] if t(True)])
print({t('k'): t('v') for _ in range(2)})
