def t(x):
    print('t', x, end='; ')
    return x


print(t(0) and t(1))
print(t(1) and t(2))
print(t(0) or t(''))
print(t(3) or t(4))
print(not t(0))
