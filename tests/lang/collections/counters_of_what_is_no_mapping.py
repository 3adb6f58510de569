from collections import Counter, UserDict


class Items:
    def items(self):
        return [('a', 2)]

    def __iter__(self):
        return iter('xyx')


def tell(what):
    try:
        print(what())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


for thing in dict, list, Items(), UserDict(a=3), {'a': 1}.items(), 5, Items:
    tell(lambda: Counter(thing))
    tell(lambda: Counter('ab') - Counter(thing))

    def subtracted():
        counter = Counter('aab')
        counter.subtract(thing)
        return counter
    tell(subtracted)
