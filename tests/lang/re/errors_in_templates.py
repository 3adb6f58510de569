"""What is wrong with a replacement text, and where."""
import re
p = re.compile('(?P<a>x)(y)?')
for template in (r'\3', r'\g<3>', r'\g<b>', r'\g<1a>', r'\g<', r'\g<>', r'\g', r'\q', '\\', r'\400', r'\g<a', r'\g<-1>', r'\g< a>'):
    try:
        print(repr(template), p.sub(template, 'x'))
    except (re.error, IndexError) as error:
        print(repr(template), type(error).__name__, error)
