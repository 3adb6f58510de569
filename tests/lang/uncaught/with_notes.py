error = ValueError('value')
error.add_note('look here')
print('start')
raise error
