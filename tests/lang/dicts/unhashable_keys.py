for key in ([], {}, set()):
    try:
        {key: 1}
    except TypeError as error:
        print(error)
