class Bag:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            yield item

    def pairs(self):
        return ((a, b) for a in self for b in self if a < b)


print(list(Bag(1, 2, 3)), list(Bag(1, 2, 3).pairs()))
