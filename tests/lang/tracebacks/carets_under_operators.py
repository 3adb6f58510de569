errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def plain(a, b):
    return a + b


def inside(a, b):
    print(1, a - b, 2)


def two_characters(a, b):
    return a // b


def shift(a, b):
    return a<<b


def parentheses(a, b):
    return (a)*(b)


def nested(a, b):
    return (1 + 2) * (3 - a / b)


def longer_left(a, b):
    x = [a, a][0] % b
    return x


def no_space(a, b):
    return a@b


for function in plain, inside, two_characters, shift, parentheses, nested, longer_left, no_space:
    attempt(function, 1, 'text' if function in (plain, inside, no_space) else 0 if function not in (shift, parentheses) else {})
raise ExceptionGroup('operators', errors)
