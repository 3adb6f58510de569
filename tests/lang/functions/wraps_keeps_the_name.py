import functools


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print('call', function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return wrapper


@traced
def add(a, b=1):
    """Adds."""
    return a + b


print(add(1, b=2))
print(add.__name__, add.__qualname__, add.__doc__, add.__wrapped__(5))
