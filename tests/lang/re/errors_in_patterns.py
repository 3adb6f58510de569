"""Messages with positions for patterns that are wrong."""
import re
patterns = ['(', 'a)', '[a', '*a', 'a**', 'a{2}{3}', 'a{3,2}', '\\', r'\q', '[b-a]', r'[a-\d]', '(?P<1a>x)', '(?P<a',
            '(?P<a>x)(?P<a>y)', '(?P=x)', '(?Px)', '(?', '(?<', '(?<x', '(?<=a*)', '(?<=a|bc)', r'\1', r'(a\1)', '(?(1)a|b)',
            '(a)?(?(1)a|b|c)', '(?(x)a)', '(?#abc', 'a(?i)b', '(?i', '(?z)', '(?i-', '(?-:a)', '(?i-i:a)', '(?L)a', '(?au)a',
            r'\x1', r'\u12', r'\N{foo}', r'\8', r'\400', '[]', '^*', '|*', '(?P<>x)', r'(?<=(a)\1)', r'\z', '(?<n>x)', '(?(0)a)',
            '(?i-a:x)', 'ab\n(c']
for pattern in patterns:
    try:
        print(repr(pattern), re.compile(pattern))
    except re.PatternError as error:
        print(repr(pattern), '->', error, '|', error.msg, error.pos, error.lineno, error.colno, error.pattern == pattern)
