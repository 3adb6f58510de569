class Body:
    print('in the body')
    n = 3
    squares = [i * i for i in range(n)]
    if n > 2:
        big = True
    for i in range(2):
        last = i


print(Body.squares, Body.big, Body.last)
