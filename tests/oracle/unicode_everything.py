"""Holds unicodedata and the methods of str against CPython 3.13 for every code point; by hand:

  unicode_everything.py COROSCOPE [FIRST LAST]

A program that answers for 1,024 code points at a time is run by both; differences are printed.
"""
import os
import subprocess
import sys
import tempfile

from golden import need_python

STEP = 0x400
PROGRAM = '''
import unicodedata as u
for code in range({first}, {last}):
    c = chr(code)
    name = u.name(c, None)
    again = name and u.lookup(name) == c
    forms = [u.normalize(f, t) == t or ascii(u.normalize(f, t)) for f in ('NFC', 'NFD', 'NFKC', 'NFKD')
             for t in (c, 'e' + c + '\\u0301\\u0323', '\\u1100' + c + '\\u11a8')]
    kinds = ''.join('01'[k()] for k in (c.isalpha, c.isdigit, c.isdecimal, c.isnumeric, c.isspace, c.isprintable,
                                        c.isupper, c.islower, c.istitle, c.isidentifier, ('a' + c).isidentifier))
    print(hex(code), name, again, u.category(c), u.bidirectional(c), u.combining(c), u.decimal(c, None),
          u.digit(c, None), u.numeric(c, None), u.mirrored(c), u.decomposition(c), u.east_asian_width(c), forms, kinds,
          ascii(c.upper() + c.lower() + c.title() + c.casefold()), repr(c) == ascii(c))
'''


def answers(command, path, environment=None):
    done = subprocess.run([*command, path], env=environment, capture_output=True, text=True, timeout=120)
    return done.stdout.splitlines() + done.stderr.splitlines()[-1:]


def main():
    coroscope = sys.argv[1]
    python, environment = need_python()
    first, last = (int(x, 16) for x in sys.argv[2:4] or ('0', '10ffff'))
    different = compared = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'ask.py')
        for start in range(first, last + 1, STEP):
            with open(path, 'w', encoding='utf-8') as file:
                file.write(PROGRAM.format(first=start, last=min(start + STEP, last + 1)))
            ours, theirs = answers([coroscope, 'run'], path), answers([python], path, environment)
            compared += len(theirs)
            different += abs(len(ours) - len(theirs))
            for a, b in zip(ours, theirs):
                if a != b:
                    different += 1
                    print(f'- {b}\n+ {a}')
    print(f'{compared} code points, {different} differences')
    return 1 if different else 0


sys.exit(main())
