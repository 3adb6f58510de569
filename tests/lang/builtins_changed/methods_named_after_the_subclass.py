class Own(list):
    def size(self):
        return len(self)


class Table(dict):
    pass


print(Own().append.__qualname__, Own.append.__qualname__, [].append.__qualname__)
print(Table().get.__qualname__, Table.fromkeys.__qualname__, dict.fromkeys.__qualname__)
print(Own().size.__qualname__, Own().append.__name__)
try:
    Own().append(1, 2)
except TypeError as error:
    print(error)
