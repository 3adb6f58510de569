error = ValueError('kept')


def fail():
    raise error


for i in range(3):
    try:
        fail()
    except ValueError:
        pass
fail()
