name, n = 'Ann', 3
print(f'{name} has {n} and {n * 2 + 1} {name!r} {name.upper()} {{braces}}')
print(f'{"nested " + "quotes"} {[x for x in range(3)]} {(lambda x: x * 2)(4)} {n if n > 2 else 0}')
print(f'a' 'b' f'{n}c', F'{n}', rf'\n{n}')
