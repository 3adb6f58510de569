s = 'hello World 1st'
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase())
print('Straße'.upper(), 'ÀÉ'.lower(), 'ß'.casefold() == 'ss')
