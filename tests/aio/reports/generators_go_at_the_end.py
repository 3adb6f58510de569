class Loud:
    def __del__(self):
        print('del', _hidden, shown)


def numbers(name):
    try:
        yield 1
    finally:
        print('closing', name, _hidden, shown)


_hidden = 'hidden'
shown = 'shown'
_gen = numbers('private')
next(_gen)
gen = numbers('public')
next(gen)
loud = Loud()
print('end')
