def scale(x: int, by: 'float' = 2.0, *more: str) -> list:
    return x * by


size: int = 3
name: str
print(scale('ab', 2))
print(sorted(scale.__annotations__))
print(size)
