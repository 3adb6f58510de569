"""A small cipher: keys from two large primes."""
def inverse(a, m):
    old, new, x, y = m, a % m, 0, 1
    while new:
        quotient = old // new
        old, new = new, old - quotient * new
        x, y = y, x - quotient * y
    return x % m

p, q = 2 ** 89 - 1, 2 ** 107 - 1
n, phi = p * q, (p - 1) * (q - 1)
e = 65537
d = inverse(e, phi)
message = int.from_bytes('asyncio is fun'.encode())
secret = pow(message, e, n)
print(d == pow(e, -1, phi), secret)
print(pow(secret, d, n).to_bytes(14).decode())
