class Bad:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError('in next')


for consume in (list, sum, max, tuple, sorted, set):
    try:
        consume(Bad())
    except ValueError as error:
        print(consume.__name__, error)
