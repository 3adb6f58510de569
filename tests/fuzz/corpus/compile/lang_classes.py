class P:
    def __eq__(self, other):
        return True


try:
    {P()}
except TypeError as error:
    print(error)
print(P.__hash__, P() in [1, 2], [1, 2].index(P()))
