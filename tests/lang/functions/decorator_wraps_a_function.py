def shout(function):
    def inner(*args):
        return function(*args).upper() + '!'

    return inner


@shout
def greet(name):
    return 'hello ' + name


print(greet('ann'))
print(greet.__name__)
