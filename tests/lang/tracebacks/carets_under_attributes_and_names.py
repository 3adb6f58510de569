errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



class Empty:
    pass


def load(o):
    return o.colour


def load_in_call(o):
    print(o.colour, 1)


def chain(o):
    return o.__class__.colour.red


def call_missing(o):
    o.paint('red')


def store(o):
    o.real.x = 1


def remove(o):
    del o.colour


def name(o):
    return [o, missing_name]


def whole_line(o):
    missing_name


def plus_equals(o):
    o.colour += 1


for function in (load, load_in_call, chain, call_missing, remove, name, whole_line, plus_equals):
    attempt(function, Empty())
attempt(store, 5)
raise ExceptionGroup('attributes', errors)
