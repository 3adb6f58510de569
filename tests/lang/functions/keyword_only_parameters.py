def connect(host, *, port=80, secure):
    return host, port, secure


print(connect('a', secure=True))
print(connect('b', secure=False, port=443))
try:
    connect('c')
except TypeError as error:
    print(error)
try:
    connect('c', 1, secure=True)
except TypeError as error:
    print(error)
