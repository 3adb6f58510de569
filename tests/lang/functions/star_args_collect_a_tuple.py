def show(first, *rest):
    print(first, rest, type(rest).__name__, len(rest))


show(1)
show(1, 2)
show(*'abc')
show(*[], 7, *(8, 9))
