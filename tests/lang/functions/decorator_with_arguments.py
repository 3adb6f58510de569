def repeat(times):
    print('made for', times)

    def decorate(function):
        print('decorating', function.__name__)

        def inner(x):
            return [function(x) for _ in range(times)]

        return inner

    return decorate


@repeat(3)
def double(x):
    return 2 * x


print(double(4))
