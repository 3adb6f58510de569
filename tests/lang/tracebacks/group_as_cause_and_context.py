def group(name, *errors):
    try:
        raise ExceptionGroup(name, errors)
    except ExceptionGroup as error:
        return error


try:
    raise group('context', ValueError(1))
except ExceptionGroup:
    raise group('raised', group('member', KeyError(2))) from group('cause', TypeError(3))
