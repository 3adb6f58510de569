class generator_context:
    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        return next(self.gen)

    def __exit__(self, kind, value, tb):
        if kind is None:
            next(self.gen, None)
            return False
        try:
            self.gen.throw(value)
        except StopIteration:
            return True


def tag(name):
    print(f'<{name}>')
    try:
        yield name
    except ValueError as error:
        print('!', error)
    print(f'</{name}>')


with generator_context(tag('p')) as name:
    print('inside', name)
with generator_context(tag('q')):
    raise ValueError('oops')
