class Odd:
    def __str__(self):
        raise ValueError

    def __repr__(self):
        return 'Odd()'


def with_notes(notes):
    error = ValueError('text')
    error.__notes__ = notes
    return error


listed = ValueError('listed')
listed.add_note('first')
listed.add_note('')
listed.add_note('two\nlines\n')
raise ExceptionGroup('notes', [
    listed, with_notes('a text'), with_notes(('tuple', 5, Odd())), with_notes(7), with_notes([]),
    with_notes(None),
])
