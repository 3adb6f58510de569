class Odd:
    def __eq__(self, other):
        return False


o = Odd()
print(o == o, [o] == [o], o in [o], [o].index(o), [o].count(o))
nan = float('nan')
print(nan == nan, [nan] == [nan], nan in [nan])
