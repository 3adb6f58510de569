for thing in (ValueError, ValueError('x')):
    try:
        raise thing
    except ValueError as error:
        print(repr(error))
try:
    raise 'text'
except TypeError as error:
    print(error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
