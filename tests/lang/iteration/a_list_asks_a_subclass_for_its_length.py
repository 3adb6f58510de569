class Numbers(list):
    def __len__(self):
        print("len asked")
        return 2


class Table(dict):
    def __len__(self):
        print("len asked")
        return "two"


class Names(set):
    def __len__(self):
        print("len asked")
        return -1


class Hinting(tuple):
    def __length_hint__(self):
        print("hint asked")
        return 3


for made in (Numbers([1, 2, 3]), Table(a=1), Names(["n"]), Hinting((4, 5))):
    print(type(made).__name__)
    for use in (list, tuple, set, lambda x: [*x], lambda x: [0].extend(x), sum, sorted):
        try:
            print(use.__name__, use(made))
        except Exception as error:
            print(use.__name__, type(error).__name__, error)
