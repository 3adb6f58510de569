errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



class Guard:
    def __init__(self, enter=True, leave=True):
        self.enter = enter
        self.leave = leave

    def __enter__(self):
        return self.enter or 1 / 0

    def __exit__(self, *args):
        return False if self.leave else 1 / 0


def enter():
    with Guard() as a, \
            Guard(enter=0) as b:
        pass


def body():
    with Guard():
        x = 1
        y = x / 0


def leave():
    with Guard(leave=False):
        x = 1
        y = 2


def leave_after_error():
    with Guard(), Guard(leave=False):
        raise KeyError('body')


for function in enter, body, leave, leave_after_error:
    attempt(function)
raise ExceptionGroup('with', errors)
