print('start')
try:
    [][0]
except IndexError:
    raise ValueError('nothing there') from None
