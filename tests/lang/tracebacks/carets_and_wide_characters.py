errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def wide_text():
    return '日本' + 5


def wide_name():
    日本 = 1
    return [日本 / 0, 日本]


def narrow_accent():
    return ('é', 'é' + 5)


def wide_call(名前='x'):
    print('日本語', int(名前), '日本語')


def full_line(x='日本'):
    return int('é')


for function in wide_text, wide_name, narrow_accent, wide_call, full_line:
    attempt(function)
raise ExceptionGroup('文字', errors)
