for error in (Exception(), Exception('one'), Exception('a', 2), KeyError('k'), ValueError(3), OSError(2, 'gone')):
    print(str(error), '|', repr(error), '|', error.args)
