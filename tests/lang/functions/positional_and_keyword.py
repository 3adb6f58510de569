def area(width, height, unit):
    return f'{width}x{height} {unit}'


print(area(2, 3, 'cm'))
print(area(2, unit='m', height=5))
print(area(unit='km', height=1, width=9))
