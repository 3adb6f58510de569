try:
    b'\xff'.decode()
except UnicodeDecodeError as error:
    print(error)
try:
    'é'.encode('ascii')
except UnicodeEncodeError as error:
    print(error)
print(b'\xff'.decode('utf-8', 'replace') == '\ufffd', 'é'.encode('ascii', 'ignore'), 'é'.encode('latin-1'))
