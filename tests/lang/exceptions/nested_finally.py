try:
    try:
        try:
            raise ValueError('inner')
        finally:
            print('first')
    finally:
        print('second')
except ValueError as error:
    print(error)
