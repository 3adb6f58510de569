errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def fail(*args, **kwargs):
    return 1 / 0


class Thing:
    def method(self, *args):
        return fail(*args)


def statement():
    fail(1)


def returned():
    return fail(1)


def assigned():
    x = fail(1)
    return x


def assigned_with_comment():
    x = fail(1)  # this changes nothing
    return x


def assigned_twice():
    x = y = fail(1)
    return x, y


def assigned_to_attribute():
    Thing.x = fail(1)


def assigned_method():
    x = Thing().method(1)
    return x


def returned_method():
    return Thing().method(1)


def in_an_expression():
    return 1 + fail(2)


def argument():
    print(fail(3), 4)


def keyword_arguments():
    fail(a=1, **{'b': 2})


for function in (statement, returned, assigned, assigned_with_comment, assigned_twice,
                 assigned_to_attribute, assigned_method, returned_method, in_an_expression,
                 argument, keyword_arguments):
    attempt(function)
raise ExceptionGroup('calls', errors)
