one = '\d'
two = b'\d \q', f'\d{1}\s', r'\d'
three = """
\w
\W"""
four = ('a' '\ ' 'b'
        '\.')
five = '\x41\n\t\\\'\"\a\b\f\r\v\101\u0041\U00000041\
'
six = b'\u0041\N', '\400 \777 \377', b'\400'
seven = '\é\8'


def documented():
    '''A \* in a docstring.'''


eight = f'{1:\<5}' if False else f'''a
\{one}
\)'''
print(one, two, three, four, five, six, seven, documented.__doc__)
