def show(x):
    print('computing', x)
    return x * x


squares = (show(x) for x in range(3))
print('made')
print(next(squares))
print(sum(squares))
