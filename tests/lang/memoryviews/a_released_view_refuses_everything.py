def attempt(make):
    try:
        return make()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


view = memoryview(b'gone')
kept = hash(view)
with view as same:
    print(same is view, bytes(same))
print(view.release(), hash(view) == kept, view == view, view == b'gone')
print(repr(view).startswith('<released memory at 0x'))
for use in (lambda: view[0], lambda: len(view), lambda: view.tolist(), lambda: view.tobytes(), lambda: bytes(view),
            lambda: view.nbytes, lambda: view.format, lambda: view.readonly, lambda: view.obj, lambda: view.shape,
            lambda: view.cast('b'), lambda: view.hex(), lambda: memoryview(view), lambda: list(view),
            lambda: view.toreadonly(), lambda: view.itemsize, lambda: view.contiguous, lambda: view.__enter__(),
            lambda: 1 in view, lambda: b''.join([view]), lambda: b'a' + view):
    print(attempt(use))
fresh = memoryview(b'new')
fresh.release()
print(attempt(lambda: hash(fresh)))
