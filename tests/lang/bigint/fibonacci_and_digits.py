"""A well-known sequence far beyond 64 bits."""
def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a

for n in (90, 93, 100, 300, 1000):
    print(n, fibonacci(n))
print(sum(int(digit) for digit in str(2 ** 1000)), str(fibonacci(1000))[::-1][:10])
