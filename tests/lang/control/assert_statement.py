assert 1 + 1 == 2
try:
    assert [] , 'list was empty'
except AssertionError as error:
    print(repr(error))
try:
    assert False
except AssertionError as error:
    print(repr(error), error.args)
