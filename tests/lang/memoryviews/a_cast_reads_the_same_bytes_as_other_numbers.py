def attempt(make):
    try:
        return make()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


data = bytearray(range(250, 256)) + bytearray(range(10))
view = memoryview(data)
for kind in ('B', 'b', 'c', 'H', 'h', 'I', 'i', 'L', 'l', 'Q', 'q', 'N', 'n', '@h', '@B'):
    cast = view.cast(kind)
    print(kind, cast.format, cast.itemsize, cast.shape, cast.strides, cast.nbytes, len(cast), cast.tolist()[:3])
print(memoryview(b'\0\1\2').cast('?').tolist())
print(memoryview(b'\0\0\0\0\0\0\xf8?').cast('d').tolist(), memoryview(b'\0\0\x20\xc1').cast('f')[0])
shorts = view.cast('H')
shorts[0] = 513
shorts[-1] = 65535
print(data[:2], data[-2:], shorts[1:3].tolist(), shorts[::-2].tolist(), shorts[::-2].tobytes())
shorts[1:3] = shorts[3:5]
print(data[:10], shorts.cast('B')[:4].tolist())
doubles = view.cast('d')
doubles[1] = -2.5
print(doubles[1], data[8:], doubles.cast('B').cast('c')[-1])
letters = view.cast('c')
letters[0] = b'z'
print(data[0], letters[0], letters.tolist()[:2])
flags = view.cast('?')
flags[1] = 'yes'
print(data[1], flags[1])
print(view.cast('b') == view, memoryview(b'\1\2').cast('b') == b'\1\2', memoryview(b'\1\0').cast('H') == b'\1\0')
print(memoryview(b'\1\0').cast('H') == memoryview(b'\1\0').cast('h'), hash(memoryview(b'ab').cast('b')) == hash(b'ab'))
print(memoryview(bytes(4)).cast('B', [4]).shape, memoryview(bytes(4)).cast('B', shape=(4,)).tolist())

print(attempt(lambda: view[:3].cast('H')))
print(attempt(lambda: view.cast('H').cast('I')))
print(attempt(lambda: view.cast('x')))
print(attempt(lambda: view.cast('<H')))
print(attempt(lambda: view.cast('')))
print(attempt(lambda: view.cast(5)))
print(attempt(lambda: view.cast()))
print(attempt(lambda: view[::2].cast('b')))
print(attempt(lambda: shorts.__setitem__(0, 65536)))
print(attempt(lambda: shorts.__setitem__(0, -1)))
print(attempt(lambda: shorts.__setitem__(0, 'a')))
print(attempt(lambda: shorts.__setitem__(slice(0, 1), b'ab')))
print(attempt(lambda: view.cast('b').__setitem__(0, 128)))
print(attempt(lambda: view.cast('q').__setitem__(0, 2**63)))
print(attempt(lambda: view.cast('Q').__setitem__(0, 2**64)))
print(attempt(lambda: doubles.__setitem__(0, 'a')))
print(attempt(lambda: letters.__setitem__(0, 65)))
print(attempt(lambda: letters.__setitem__(0, b'ab')))
print(attempt(lambda: hash(memoryview(bytes(4)).cast('H'))))
