try:
    try:
        pass
    except ValueError:
        print('not this one')
    else:
        raise ValueError('from else')
    finally:
        print('finally')
except ValueError as error:
    print(error)
