"""finditer is lazy and gives a match at a time."""
import re
text = 'the year 1905, the year 1915'
matches = re.finditer(r'(\d\d)(\d\d)', text)
print(type(matches).__name__ != 'list')
for m in matches:
    print(m, m.groups(), m.span(), text[m.start():m.end()])
print([m.span() for m in re.finditer('a*', 'baac')], [m.span() for m in re.finditer(r'\b', 'ab cd')])
try:
    re.finditer('a', 5)
except TypeError as error:
    print(error)
