"""Forty digits of the square root of two by whole numbers."""
def square_root(n):
    guess = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (guess + n // guess) >> 1
        if better >= guess:
            return guess
        guess = better

digits = str(square_root(2 * 10 ** 80))
print(digits[0] + '.' + digits[1:])
a, b = 1, 1
for _ in range(60):
    a, b = a + 2 * b, a + b
print(a, b, a * a - 2 * b * b)
