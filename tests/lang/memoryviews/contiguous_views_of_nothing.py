# An empty view is contiguous only if its step says so.
b = b'abcdef'
for view in (memoryview(b)[5:1:2], memoryview(b'')[:], memoryview(b)[::2], memoryview(b)[1:1], memoryview(b)[2:3:2], memoryview(b)[::-1]):
    print(view.contiguous, view.c_contiguous, view.tolist(), view.shape, view.strides)
