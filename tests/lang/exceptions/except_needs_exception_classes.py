try:
    try:
        1 / 0
    except 'text':
        pass
except TypeError as error:
    print(error)
