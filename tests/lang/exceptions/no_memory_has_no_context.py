# MemoryError that the interpreter raises itself is linked to nothing that is being handled.
def attempt(call):
    try:
        raise KeyError(1)
    except KeyError:
        try:
            call()
        except BaseException as error:
            print(type(error).__name__, error.args, repr(error.__context__))


def within_finally():
    try:
        raise ValueError
    finally:
        'a' * 10**17


attempt(lambda: 'a' * 10**17)
attempt(lambda: [1] * 10**17)
attempt(lambda: b'1' * 10**17)
attempt(lambda: 'ab' * 10**19)
attempt(within_finally)
