# Errors of patterns and replacements show the frames that CPython's parser of patterns has.
import re
import traceback


def t(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
        for x in traceback.extract_tb(e.__traceback__)[2:]:
            print('  ', '/'.join(x.filename.rsplit('/', 2)[-2:]), x.name)


for pattern in ['(a', '*a', 'a)', '[b-a]', '[a', '(?P<1>a)', '(?P<n', '(?P=n)', '(?P<n>a)(?P<n>b)', '(?<=a*)b', 'a{5,2}',
                'a**', '((a|(b+*)))', '(?z)', '(?i', 'a(?i)', '(?i-i:a)', '(?<x)', '(?Px)', '(?#a', '(?(1)a)', '(?(x)a)', '(?(0)a)',
                '(a)(?(1)a|b|c)', '\\q', '[\\q]', '\\x4', '\\7', '(a\\1)', '(?<=(a)\\1)', '(?P<n>(?P=n))', '\\777', '[\\777]',
                '\\N{x}', '\\u12', b'\\u12', b'(?P<\xff>a)', '(?L)a', '(?', '(?(1', 'a{99999999999}', '(?(1)(a|b', '(x|(?:y|(?=z']:
    t(lambda: re.compile(pattern).pattern)
t(lambda: re.compile(3))
t(lambda: re.compile('a', re.L))
t(lambda: re.compile('a', 'x'))
t(lambda: re.compile(re.compile('a'), re.I))
for function in (re.match, re.search, re.fullmatch, re.findall, re.finditer, re.split):
    t(lambda: function('(', 'a'))
    t(lambda: function('a', 3))
for repl in ['\\2', '\\g<x>', '\\g<x', '\\g', '\\g<>', '\\g<1x>', '\\g<3>', '\\q', '\\777', '\\400', b'a', 5]:
    t(lambda: re.sub('a', repl, 'a'))
    t(lambda: re.compile('a').sub(repl, 'a'))
    t(lambda: re.subn('a', repl, 'a'))
    t(lambda: re.match('a', 'a').expand(repl))
t(lambda: re.sub('a', 'b', 'a', 1, 0, 0))
t(lambda: re.sub('(', 'b', 'a'))
