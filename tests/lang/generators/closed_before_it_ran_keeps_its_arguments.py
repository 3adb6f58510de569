class Mark:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def generator(mark):
    yield mark


async def coroutine(mark):
    return mark


first = generator(Mark('first'))
first.close()
print('closed', first.gi_frame)
first = None

second = coroutine(Mark('second'))
second.close()
print('closed', second.cr_frame)
second = None

third = generator(Mark('third'))
next(third)
third.close()
print('closed after it ran')
