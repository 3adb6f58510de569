print('tab\tnew\\n "quotes" \'single\'', "it's")
print(r'raw\n', b'bytes\x41', 'a' 'b' "c")
print('''three
lines
here''')
print('\x41\u00e9\U0001F600', '\101', len('\0a'))
