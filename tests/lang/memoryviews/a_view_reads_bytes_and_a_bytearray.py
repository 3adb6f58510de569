def attempt(make):
    try:
        return make()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


data = b'coroutine'
view = memoryview(data)
print(len(view), view[0], view[-1], list(view[:3]), view.tolist()[-2:])
print(bytes(view), view.tobytes(), bytes(view[2:5]), bytes(view[::-1]), bytes(view[1::3]))
print(view.readonly, view.nbytes, view.itemsize, view.format, view.ndim)
print(view.shape, view.strides, view.suboffsets, view.contiguous, view.c_contiguous)
print(view[::2].strides, view[::2].shape, view[::2].contiguous, view[::2].nbytes)
print(view.obj is data, view[3:].obj is data, view.hex(), view.hex(':'), view.hex('-', 2))
print(view == data, data == view, view[1:4] == b'oro', view == 'coroutine', view != b'x')
print(view == bytearray(data), view[::2] == data[::2], memoryview(b'') == b'')
print(hash(view) == hash(data), {view: 1}[data], ord('r') in view, 300 in view, b'o' in view)
print(bool(memoryview(b'')), bool(view), isinstance(view, memoryview), callable(memoryview))
for number in memoryview(b'abc')[::-1]:
    print(number, end=' ')
print(*reversed(memoryview(b'xyz')))
head, *rest = memoryview(b'split')
print(head, rest, sorted(memoryview(b'cab')), sum(memoryview(b'\1\2\3')), max(view))

print(attempt(lambda: view[9]))
print(attempt(lambda: view[-10]))
print(attempt(lambda: view['a']))
print(attempt(lambda: view[1.0]))
print(attempt(lambda: view[0, 0]))
print(attempt(lambda: view < view))
print(attempt(lambda: view + view))
print(attempt(lambda: view * 2))
print(attempt(lambda: memoryview(5)))
print(attempt(lambda: memoryview('text')))
print(attempt(lambda: memoryview([1, 2])))
print(attempt(lambda: memoryview()))
print(attempt(lambda: memoryview(b'', b'')))
print(attempt(lambda: memoryview(obj=b'')))
print(attempt(lambda: memoryview(object=b'ab').tolist()))
print(attempt(lambda: hash(memoryview(bytearray(b'a')))))
print(attempt(lambda: view.nothing))
print(repr(view).startswith('<memory at 0x'), type(view), type(iter(view)).__name__)
