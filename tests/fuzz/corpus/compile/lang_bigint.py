"""The three texts of powers of two."""
for n in (2 ** 64, -2 ** 65, 10 ** 25, 2 ** 63, -2 ** 63):
    print(hex(n), oct(n), bin(n))
    print(int(hex(n), 16) == int(oct(n), 8) == int(bin(n), 2) == int(hex(n), 0) == n)
