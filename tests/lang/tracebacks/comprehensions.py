errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def in_element():
    return [1 / x for x in (1, 0)]


def in_condition():
    return {x for x in (1, 2) if x.y}


def in_iterable():
    return {x: y for x in (1,) for y in x}


def generator():
    return sum(1 / x for x in (1, 0))


def nested():
    return [[y.z for y in x] for x in ([1],)]


def first_iterable():
    return list(x for x in 5)


for function in in_element, in_condition, in_iterable, generator, nested, first_iterable:
    attempt(function)
raise ExceptionGroup('comprehensions', errors)
