try:
    b'a' + 'b'
except TypeError as error:
    print(error)
print(b'a' == 'a', str(b'a'))
try:
    b'a'[0] = 1
except TypeError as error:
    print(error)
