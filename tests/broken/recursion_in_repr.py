class Knot:
    def __repr__(self):
        return repr([self])


print(Knot())
