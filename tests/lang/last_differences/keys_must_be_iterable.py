class Base:
    def __getitem__(self, key):
        return 1


class Number(Base):
    def keys(self):
        return 5


class Generator(Base):
    def keys(self):
        return (key for key in 'ab')


class Raising(Base):
    def keys(self):
        return Refuses()


class Refuses:
    def __iter__(self):
        raise TypeError('inner')


class Late(Base):
    def keys(self):
        yield 'a'
        raise TypeError('later')


def named(**k):
    return k


for mapping in (Number(), Generator(), Raising(), Late()):
    for use in (dict, lambda m: {**m}, lambda m: named(**m), lambda m: {}.update(m)):
        try:
            print(use(mapping))
        except TypeError as e:
            print(e, repr(e.__context__))
