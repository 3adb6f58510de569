"""Deleting and setting items where there are none to delete or set."""


class Plain:
    pass


def delete(target, key):
    del target[key]


def assign(target, key):
    target[key] = 1


for target in (1, 1.5, None, 'text', (1,), b'a', range(3), {1}, frozenset(), Plain(), Plain, delete, {}.keys(), len):
    for key in (0, 'a', slice(1, 2), True, None):
        for action in (delete, assign):
            try:
                action(target, key)
            except TypeError as error:
                print(action.__name__, error)
