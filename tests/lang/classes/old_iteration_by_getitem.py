class Squares:
    def __getitem__(self, i):
        if i == 5:
            raise IndexError
        return i * i


print(list(Squares()), 9 in Squares(), 7 in Squares())
print([x for x in Squares()], max(Squares()))
