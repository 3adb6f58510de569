def attempt(make, *args):
    try:
        return make(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def put(view, key, value):
    view[key] = value
    return buffer


def remove(view, key):
    del view[key]


buffer = bytearray(b'abcdefgh')
view = memoryview(buffer)
print(view.readonly, put(view, 0, ord('A')), put(view, -1, 90))
print(put(view, slice(1, 3), b'12'), put(view[4:], slice(0, 2), bytearray(b'xy')))
print(put(view, slice(None, None, 2), b'....'), put(view[::-1], 0, 33))
print(put(view, slice(0, 4), view[4:]), put(view, slice(0, 4), view[1:5]))
print(put(view, slice(1, 5), view[0:4]), put(view, slice(3, 3), b''))
buffer[0] = 63
print(view[0], bytes(view), view.toreadonly().readonly, view.toreadonly()[0])
print(view == buffer, bytearray(view), bytes(view[2:4]) + view[:2], b''.join([view[:2], b'-', view[-1:]]))
other = bytearray()
other.extend(view[:3])
other[0:0] = view[6:]
other += view[:1]
print(other, other.find(view[:1]), bytes(buffer).startswith(view[:2]), int.from_bytes(view[:2], 'big'))

for key, value in [(0, 256), (0, -1), (0, 'a'), (0, b'a'), (0, 1.0), (8, 1), ('k', 1), (slice(0, 2), b'abc'),
                   (slice(0, 2), 5), (slice(0, 2), 'ab'), ((0,), 1), ((0, 0), 1)]:
    print(key, value, attempt(put, view, key, value))
print(attempt(put, memoryview(b'fixed'), 0, 1))
print(attempt(put, view.toreadonly(), 0, 1))
print(attempt(put, memoryview(b'fixed'), slice(0, 1), b'x'))
print(attempt(remove, view, 0))
print(attempt(remove, memoryview(b'fixed'), 0))
