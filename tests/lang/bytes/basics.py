b = b'hello'
print(b, b[0], b[1:3], len(b), b + b'!', b * 2, b'ell' in b, 104 in b, list(b'ab'), b == b'hello', b'a' < b'b')
print(bytes(3), bytes([65, 66]), bytes('é', 'utf-8'), b'\x00\xff\n\'', bytes())
