def leave(code):
    try:
        raise SystemExit(code)
    finally:
        print('finally')


print('start')
leave(3)
