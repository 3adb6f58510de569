class Keys:
    one = 1
    text = 'name'


class Asked(dict):
    def get(self, key, default=None):
        print('get', key)
        return super().get(key, default)

    def __missing__(self, key):
        print('missing', key)
        return 0


def describe(value):
    match value:
        case {Keys.text: str(name), 'age': int(age), **rest}:
            return name, age, rest
        case {Keys.text: name}:
            return name
        case {1: {'inner': [first, *_]}}:
            return first
        case {None: x, True: y}:
            return x, y
        case {}:
            return 'mapping'
        case _:
            return 'other'


for value in ({'name': 'a', 'age': 3, 'x': 1}, {'name': 'a', 'age': 'b'}, {'name': 5},
              {1: {'inner': [7, 8]}}, {1: {'inner': []}}, {None: 1, 1: 2}, {}, Asked(age=1), [], 5,
              Asked(name='n', age=2)):
    print(describe(value))


def twice(value):
    match value:
        case {Keys.text: 1, 'name': 2}:
            pass


class Unhashable:
    key = []


def unhashable(value):
    match value:
        case {Unhashable.key: 1}:
            pass


for function in twice, unhashable:
    try:
        function({'name': 1, 'b': 2})
    except Exception as error:
        print(type(error).__name__, error)
