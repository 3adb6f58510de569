"""to_bytes and from_bytes, signed and not, in both orders."""
n = 10 ** 25 + 1
for order in ('big', 'little'):
    data = n.to_bytes(12, order)
    print(data, int.from_bytes(data, order) == n)
    data = (-n).to_bytes(11, order, signed=True)
    print(data, int.from_bytes(data, order, signed=True) == -n, int.from_bytes(data, order))
print((2 ** 63).to_bytes(8), (-2 ** 71).to_bytes(9, signed=True), (2 ** 71 - 1).to_bytes(9, signed=True))
print(int.from_bytes(bytes(20)), int.from_bytes(b'\xff' * 20, signed=True), int.from_bytes([1] * 10))
for make in (lambda: n.to_bytes(4), lambda: (-n).to_bytes(20), lambda: (2 ** 71).to_bytes(9, signed=True),
             lambda: (-2 ** 71 - 1).to_bytes(9, signed=True), lambda: n.to_bytes(-1), lambda: n.to_bytes(n)):
    try:
        print(make())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
