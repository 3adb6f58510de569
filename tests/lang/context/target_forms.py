class Pair:
    def __enter__(self):
        return 1, [2, 3]

    def __exit__(self, *args):
        return None


class Box:
    pass


box = Box()
with Pair() as (a, (b, c)):
    print(a, b, c)
with Pair() as box.value:
    print(box.value)
