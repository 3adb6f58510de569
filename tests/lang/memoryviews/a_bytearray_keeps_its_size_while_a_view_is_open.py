def attempt(make, *args):
    try:
        return make(*args)
    except BufferError as error:
        return f'{type(error).__name__}: {error}'


def grow():
    global buffer
    buffer += b'more'
    return buffer


def twice():
    global buffer
    buffer *= 2
    return buffer


buffer = bytearray(b'header')
view = memoryview(buffer)
for change in (lambda: buffer.append(1), lambda: buffer.extend(b'ab'), lambda: buffer.insert(0, 1),
               lambda: buffer.pop(), lambda: buffer.remove(ord('h')), lambda: buffer.clear(), grow, twice,
               lambda: buffer.__delitem__(0), lambda: buffer.__delitem__(slice(0, 2)),
               lambda: buffer.__delitem__(slice(None, None, 2)),
               lambda: buffer.__setitem__(slice(0, 2), b'long'), lambda: buffer.__setitem__(slice(0, 2), b''),
               lambda: buffer.__setitem__(slice(0, 2), b'HE'), lambda: buffer.__setitem__(5, 82),
               lambda: buffer.reverse(), lambda: buffer.extend(b''), lambda: buffer.__iadd__(b'')):
    print(attempt(change), buffer)
part = view[1:3]
view.release()
print(attempt(grow), 'a part is still open')
part.release()
print(attempt(grow), 'none is open')
with memoryview(buffer) as inside:
    print(len(inside), attempt(buffer.pop))
print(buffer.pop(), buffer)
views = [memoryview(buffer)[i:] for i in range(3)]
print(attempt(buffer.pop))
views.clear()
print(buffer.pop(), buffer)
