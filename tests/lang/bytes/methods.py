b = b'key=value'
print(b.split(b'='), b.upper(), b.find(b'v'), b.replace(b'e', b'E'), b.startswith(b'key'), b.decode(), b.hex(), bytes.fromhex('4142'))
print(b'-'.join([b'a', b'b']), b' x '.strip(), b.partition(b'='))
