errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def list_index(items):
    return items[9]


def dict_key(items):
    return {'a': 1}['b'] + 1


def chain(items):
    return items[0][0][5]


def parentheses(items):
    return (items)[7]


def slice_of_number(items):
    return items[0][0][0][1:2]


def store(items):
    items[9] = 1


def remove(items):
    del items[9]


def spaces(items):
    return items [ 8 ]


for function in list_index, dict_key, chain, parentheses, slice_of_number, store, remove, spaces:
    attempt(function, [[[1]]])
raise ExceptionGroup('subscripts', errors)
