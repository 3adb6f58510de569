def e(x):
    print('e', x)
    return x


print(f'{e(1)} {e(2):>{e(5)}} {e("three")!r}')
