n = 10 ** 1000
print(n.bit_length())
print(10 ** 10 ** 8)
