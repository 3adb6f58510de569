errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def unbound():
    print(value)
    value = 1


def deleted():
    value = 1
    del value
    return value


def free():
    def inner():
        return value
    inner()
    value = 1


def delete_unbound():
    del value
    value = 1


class Body:
    def method(self):
        class Inner:
            x = later
        later = 1


for function in unbound, deleted, free, delete_unbound, Body().method:
    attempt(function)
raise ExceptionGroup('variables', errors)
