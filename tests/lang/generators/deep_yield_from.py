def tree(depth):
    if depth == 0:
        yield 'leaf'
        return 1
    left = yield from tree(depth - 1)
    yield depth
    right = yield from tree(depth - 1)
    return left + right


def top():
    total = yield from tree(3)
    yield f'{total} leaves'


print(list(top()))
