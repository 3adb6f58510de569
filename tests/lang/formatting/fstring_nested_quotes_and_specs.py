width, prec, value = 10, 3, 3.14159
print(f'{value:{width}.{prec}f}|{value:<{width}}|{"x":*^{width}}')
d = {'key': 'v'}
print(f"{d['key']} {d["key"]} {f'{1 + 1}'}")
print(f'''{
    value
    :.1f} end''')
