import traceback


class Counter:
    def __init__(self):
        self.texts = []

    def write(self, text):
        self.texts.append(text)


def fail(chain):
    try:
        [][0]
    except IndexError as error:
        if chain:
            raise ValueError('two lines') from error
        raise KeyError('other')


for chain in (True, False):
    counter = Counter()
    try:
        fail(chain)
    except Exception as error:
        traceback.print_exc(file=counter)
        print(*map(repr, counter.texts), sep='\n')
try:
    raise ExceptionGroup('group', [ValueError(1), KeyError('k')])
except ExceptionGroup as group:
    print(*map(repr, traceback.format_exception(group)), sep='\n')
