errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def fail(*args):
    return 1 / 0


def sum_of_lines():
    return (1 +
            2 +
            'a' +
            3)


def right_operand_below():
    return (1 + 2 +
            None)


def operator_alone():
    return ((1)
            /
            # a comment
            (0))


def call_of_three_lines():
    fail('a',
         'b',
         'c')


def call_of_six_lines():
    fail(
        'a',
        'b',
        'c',
        'd',
    )


def assigned_call():
    x = fail(
        1,
        2)
    return x


def first_line_less_indented():
    return [1,
      2,
    3][
        5]


def text_in_quotes():
    return """first
        second
    third""".missing


def methods_below_each_other():
    return (str
            .lower('A')
            .missing()
            .upper())


def comprehension():
    return [
        x
        for x in range(3)
        if x / 0
    ]


def argument_on_its_own_line():
    print(
        'a',
        missing_name,
        'b')


for function in (sum_of_lines, right_operand_below, operator_alone, call_of_three_lines,
                 call_of_six_lines, assigned_call, first_line_less_indented, text_in_quotes,
                 methods_below_each_other, comprehension, argument_on_its_own_line):
    attempt(function)
raise ExceptionGroup('lines', errors)
