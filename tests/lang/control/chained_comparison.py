def v(x):
    print('v', x, end=' ')
    return x


print(v(1) < v(2) < v(3))
print(v(1) < v(0) < v(3))
print(1 == 1 != 2 > 1 <= 1)
print(1 < 3 > 2)
