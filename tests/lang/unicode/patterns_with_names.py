import re

for p in (r'\N{foo}', r'\N{}', r'\N', r'\N{LF', r'[\N{LF}]', r'\N{KEYCAP DIGIT ONE}', r'\N{lf}x', r'[\N{foo}]', r'a\Nb',
          r'[a-\N{LATIN SMALL LETTER Z}]', rb'\N{LF}', r'[\N{SNOWMAN}-\N{COMET}]+', r'(?i)\N{LATIN CAPITAL LETTER X}'):
    try:
        print(p, re.compile(p).findall('\n\nxa☃☄'))
    except Exception as e:
        print(p, type(e).__name__, e)
