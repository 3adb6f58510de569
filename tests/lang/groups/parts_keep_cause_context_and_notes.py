def raise_group():
    error = ExceptionGroup('group', [ValueError(1), TypeError(2)])
    error.add_note('note')
    try:
        {}['context']
    except KeyError:
        raise error from OSError('cause')


try:
    try:
        raise_group()
    except* ValueError as part:
        print(repr(part), part.__notes__, repr(part.__cause__), repr(part.__context__))
        print(part.__traceback__.tb_lineno, part.__traceback__.tb_next.tb_lineno)
        part.__notes__.append('more')
except ExceptionGroup as rest:
    print(repr(rest), rest.__notes__, repr(rest.__cause__), repr(rest.__context__))
