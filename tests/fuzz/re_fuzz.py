#!/usr/bin/env python3
"""Random patterns on random texts under the engine and CPython 3.13; prints where they differ.

  re_fuzz.py --engine EXE [--seed N] [--count N]

Program number N is made from the seed N alone. The result is 1 where something differs.
"""
import random
import sys

from lang_fuzz import compare_programs

LINES = 80
ATOMS = ('a', 'b', 'c', 'A', '.', 'é', '日', r'\d', r'\w', r'\s', r'\W', r'\D', r'\S', '[ab]', '[^a]', '[a-c]', r'[\w-]',
         r'[^\s\d]', r'\b', r'\B', '^', '$', r'\A', r'\Z', ' ', r'\n', '1', '_', r'\.', r'\x61', '[]a]', '[é-ü]')
QUANTIFIERS = ('*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{,2}', '{1,}?', '++', '?+', '*+')
TEXTS = ('', 'a', 'ab', 'aab b', 'abcABC', 'a1 b2_c', 'é日ab', 'a\nb\n', '  aa  ', 'abab abab', '\u00a0a\u0663', 'cab.a-b', 'ü a\n\nc1')
PRELUDE = '''\
import re

def attempt(number, pattern, text, flags):
    try:
        p = re.compile(pattern, flags)
        print(number, [(m.span(), m.groups()) for m in p.finditer(text)], p.split(text), p.sub('<\\\\g<0>>', text),
              p.match(text), p.fullmatch(text), p.groups, p.flags)
    except re.error as error:
        print(number, error)
'''


class Patterns:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.groups = 0

    def sequence(self, depth):
        return ''.join(self.item(depth) for _ in range(self.rng.randrange(1, 4)))

    def item(self, depth):
        text = self.piece(depth)
        if self.rng.randrange(3) == 0:
            text += self.rng.choice(QUANTIFIERS)
        return text

    def piece(self, depth):
        rng = self.rng
        if depth <= 0 or rng.randrange(3) < 2:
            return rng.choice(ATOMS)
        way = rng.randrange(10)
        if way < 2:
            self.groups += 1
            return f'({self.sequence(depth - 1)})'
        if way == 2 and self.groups:
            return f'\\{rng.randrange(1, self.groups + 1)}'
        if way == 3 and self.groups:
            return f'(?({rng.randrange(1, self.groups + 1)}){self.sequence(0)}|{self.sequence(0)})'
        if way == 4:
            return f'(?{rng.choice(("=", "!", ">", ":", "i:", "s:", "m:", "-i:"))}{self.sequence(depth - 1)})'
        if way == 5:
            return f'(?<{rng.choice("=!")}{rng.choice(("a", "ab", "[ab]", "^", "a|b"))})'
        return f'(?:{self.sequence(depth - 1)}|{self.sequence(depth - 1)})'

    def program(self):
        lines = []
        for number in range(LINES):
            self.groups = 0
            pattern = self.sequence(3)
            flags = self.rng.choice((0, 0, 0, 2, 8, 16, 24))
            lines.append(f'attempt({number}, {pattern!r}, {self.rng.choice(TEXTS)!r}, {flags})')
        return PRELUDE + '\n'.join(lines) + '\n'


if __name__ == '__main__':
    sys.exit(compare_programs(__doc__, lambda seed: Patterns(seed).program()))
