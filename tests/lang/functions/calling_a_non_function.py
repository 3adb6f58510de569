for thing in (3, 'text', None, [1]):
    try:
        thing()
    except TypeError as error:
        print(error)
