x = 10
x += 5; x -= 3; x *= 4; x //= 5; x **= 2; x %= 7
print(x)
bits = 0b1010
bits |= 1; bits &= 0b1011; bits ^= 2; bits <<= 3; bits >>= 1
print(bits)
a = b = [1]
a += [2]
a = a + [3]
print(a, b)
t = (1,)
t += (2,)
print(t)
