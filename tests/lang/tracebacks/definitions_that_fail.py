errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def default_value():
    def inner(a, b=1 / 0,
              c=2):
        pass


def annotation():
    def inner(a: missing_name):
        pass


def decorator_missing():
    @missing_name
    def inner():
        pass


def decorator_fails():
    def decorator(function):
        raise ValueError('decorator')

    @decorator
    def inner():
        pass


def class_decorator_fails():
    def decorator(cls):
        raise ValueError('decorator')

    @decorator
    class Inner:
        x = 1
        y = 2


def decorator_with_arguments():
    def make(*args):
        return None

    @make(1,
          2)
    async def inner():
        pass


def class_body():
    class Inner:
        x = 1
        y = x / 0


def base_hook():
    class Base:
        def __init_subclass__(cls):
            raise TypeError('no subclass')

    class Inner(Base):
        x = 1
        y = 2


def set_name():
    class Field:
        def __set_name__(self, owner, name):
            raise TypeError(name)

    class Inner:
        x = Field()


def lambda_default():
    return lambda x=missing_name: x


for function in (default_value, annotation, decorator_missing, decorator_fails,
                 class_decorator_fails, decorator_with_arguments, class_body, base_hook, set_name,
                 lambda_default):
    attempt(function)
raise ExceptionGroup('definitions', errors)
