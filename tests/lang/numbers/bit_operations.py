print(6 & 3, 6 | 3, 6 ^ 3, ~0, 1 << 10, 1024 >> 3, -8 >> 1, 5 & -2, True & False, True | 2)
print((255).bit_length(), bin(10), hex(255), oct(8), bin(-5), (0b101).bit_count())
try:
    1 << -1
except ValueError as error:
    print(error)
