x, items = 3, [1, 2]
print(f'{x=} {x = } {items=} {x + 1=} {x=!s} {name if (name := "q") else 0=}')
print(f'{x=:>5} {x/7=:.3f}')
