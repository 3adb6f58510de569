"""Raising, catching, finally, context managers."""


class Refused(Exception):
    pass


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is Refused


def check(number):
    if number % 3 == 0:
        raise Refused(number)
    return number


def main():
    total = caught = 0
    for number in range(40_000):
        try:
            total += check(number)
        except Refused as error:
            caught += error.args[0] & 1
        finally:
            total -= 1
        with Guard():
            check(number)
    print(total, caught)


main()
