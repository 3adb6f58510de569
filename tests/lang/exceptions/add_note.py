try:
    try:
        raise ValueError('base')
    except ValueError as error:
        error.add_note('first note')
        error.add_note('second note')
        raise
except ValueError as error:
    print(error, error.__notes__)
