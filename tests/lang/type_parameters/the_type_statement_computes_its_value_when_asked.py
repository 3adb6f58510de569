type Tree = dict[str, Tree] | int
type Pair[A, B] = tuple[A, B]
type Broken = no_such_name

print(Tree, Tree.__value__, Tree.__name__, Tree.__type_params__)
print(Pair, Pair.__value__, Pair[int, str], Pair.__type_params__)
try:
    Broken.__value__
except NameError as error:
    print(error)
no_such_name = 5
print(Broken.__value__)
try:
    Tree[int]
except TypeError as error:
    print(error)

type = 3
print(type)
