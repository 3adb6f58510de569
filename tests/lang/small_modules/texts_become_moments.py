import time


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


for what in (
    lambda: time.strptime('2024-01-02 03:04:05', '%Y-%m-%d %H:%M:%S'),
    lambda: time.strptime('Tue Jan  2 03:04:05 2024'),
    lambda: time.strptime('30 Nov 00', '%d %b %y'),
    lambda: time.strptime('2024-366', '%Y-%j'),
    lambda: time.strptime('11:05 PM', '%I:%M %p').tm_hour,
    lambda: time.strptime('x', '%Y'),
    lambda: time.strptime('2024 1', '%Y'),
    lambda: time.strptime('2023-02-29', '%Y-%m-%d'),
    lambda: time.strftime('%d/%m/%Y', time.strptime('2024-02-29', '%Y-%m-%d')),
    lambda: time.clock_gettime('x'),
):
    show(what)
