for n in (-2, 0, 3):
    print('neg' if n < 0 else 'zero' if n == 0 else 'pos')
x = [] or 'empty'
y = x and 'both'
print(x, y, None or 0 or '', 1 and 2 and 3)
