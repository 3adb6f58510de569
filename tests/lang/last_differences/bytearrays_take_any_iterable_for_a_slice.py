class Items:
    def __iter__(self):
        yield 65
        yield 66


b = bytearray(b'abcdef')
for value in ((x for x in [120, 121]), Items(), map(int, '12'), iter([1]), {3}, map(str, '1'), (300 for _ in 'a'), 'text', 2.5):
    for cut in (slice(0, 1), slice(None, None, -1), slice(0, 2, 0)):
        try:
            b[cut] = value
            print(b)
        except Exception as e:
            print(type(e).__name__, e)
