"""What people write who come from other languages."""
for function in (lambda: sorted([2, 1], len), lambda: sorted([2, 1], None, True), lambda: sorted(), lambda: sorted(key=len),
                 lambda: sorted([2, 1], reversed=True), lambda: [2, 1].sort(len), lambda: sorted([2, 1], key=3),
                 lambda: sorted([1, 'a']), lambda: sorted(5), lambda: sorted([2, 1], key=lambda: 1)):
    try:
        print(function())
    except TypeError as error:
        print(error)
