try:
    {}["k"]
except KeyError as e:
    e.add_note("note one")
    e.add_note("two\nlines")
    raise
