"""The result of a match steers the program."""
import re
def kind(text):
    if re.fullmatch(r'[+-]?\d+', text):
        return 'int'
    if re.fullmatch(r'[+-]?(\d+\.\d*|\.\d+)([eE][+-]?\d+)?', text):
        return 'float'
    if m := re.fullmatch(r'(["\'])(.*)\1', text):
        return f'str of {len(m[2])}'
    match re.findall('[a-z]+', text):
        case []:
            return 'nothing'
        case [one]:
            return f'name {one}'
        case [first, *rest]:
            return f'{first} and {len(rest)} more'

for text in ('12', '-7', '1.5', '.5e10', '"hi"', "'x", 'a', 'a-b-c', '--'):
    print(text, kind(text))
