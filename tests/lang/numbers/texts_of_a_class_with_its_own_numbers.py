class Text(str):
    def __float__(self):
        print('float asked')
        return 2.5

    def __int__(self):
        print('int asked')
        return 7


class Index(str):
    def __index__(self):
        return 3


class Plain(str):
    pass


print(float(Text('1')), int(Text('1')), int(Text('11'), 2))
print(float(Index('1')), int(Index('1')))
print(float(Plain('1.5')), int(Plain('15')))
for make in (float, int):
    try:
        make(Plain('x'))
    except ValueError as error:
        print(error)
try:
    format(1, None)
except TypeError as error:
    print(error)
