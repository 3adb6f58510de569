class Bad:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        raise RuntimeError('exit failed')


try:
    with Bad():
        raise ValueError('body')
except RuntimeError as error:
    print(error, repr(error.__context__))
