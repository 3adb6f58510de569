"""How many bits, and how many ones."""
for n in (2 ** 64, 2 ** 64 - 1, -2 ** 64, 10 ** 30, -10 ** 30, 3 << 200, 2 ** 63, -2 ** 63):
    print(n.bit_length(), n.bit_count(), len(bin(abs(n))) - 2 == n.bit_length())
