def collect(*values):
    seen = []
    for value in values:
        try:
            if value:
                raise value
        except* ValueError as group:
            for error in group.exceptions:
                seen.append(error.args)
        except* TypeError:
            seen.append('type')
        else:
            seen.append('none')
    return seen


print(collect(None, ValueError(1), ExceptionGroup('g', [ValueError(2), TypeError(3)]), TypeError()))


def generator():
    try:
        yield 1
    except* ValueError as group:
        yield repr(group)


g = generator()
print(next(g), g.throw(ValueError('thrown')))
