print('a-b-c'.replace('-', '+'), 'aaaa'.replace('a', 'b', 2), 'abc'.replace('', '.'))
print('hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate({ord('l'): None, 104: 'J'}))
