def load(name):
    raise FileNotFoundError(name)


print('start')
try:
    load('settings')
except FileNotFoundError:
    int('not a number')
