errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def division():
    return f'a {1 / 0} b'


def format_spec():
    return f'{5:{missing_name}}'


def bad_spec():
    return f'{"text":d}' + 'x'


def several_lines():
    return f"""one
    {1
     + 'a'}
    two"""


def converted():
    return 1, f'{missing_name!r:>10}'


for function in division, format_spec, bad_spec, several_lines, converted:
    attempt(function)
raise ExceptionGroup('f-strings', errors)
