#!/usr/bin/env python3
"""Random arithmetic on ints of every size under the engine and CPython 3.13; prints where they differ.

  int_fuzz.py --engine EXE [--seed N] [--count N]

Program number N is made from the seed N alone. The result is 1 where something differs.
"""
import random
import sys

from lang_fuzz import compare_programs

LINES = 150
OPERATORS = ('+', '-', '*', '//', '%', '/', '&', '|', '^', '==', '<', '>=', '!=', '<=', '>')
UNARY = ('-{}', '~{}', 'abs({})', '+{}', 'hash({})', 'str({})', 'hex({})', 'bin({})', 'oct({})', 'float({})',
         '{}.bit_length()', '{}.bit_count()', 'int(str({}))', "int(f'{{{}:x}}', 16)", "f'{{{}:,}}'", "f'{{{}:_b}}'",
         "'%d' % {}", "'%o' % {}", "f'{{{}:+40_d}}'", "f'{{{}:e}}'", 'bool({})', 'math.isqrt(abs({}))',
         'int.from_bytes({0}.to_bytes(200, signed=True), signed=True) == {0}', 'repr({})',
         "{}.to_bytes(40, 'little', signed=True)", 'int(float({}))', '{0} == int({0})')
PRELUDE = '''\
import math

def attempt(number, action):
    try:
        print(number, action())
    except (ArithmeticError, ValueError) as error:
        print(number, type(error).__name__, error)
'''


class Ints:
    def __init__(self, seed):
        self.rng = random.Random(seed)

    def number(self):
        """Most often near a limit of the representation."""
        rng = self.rng
        bits = rng.choice((1, 5, 31, 32, 33, 61, 62, 63, 64, 65, 127, 128, 129, 200, 333, 1025))
        way = rng.randrange(4)
        if way == 0:
            value = (1 << bits) + rng.randrange(-2, 3)
        elif way == 1:
            value = rng.getrandbits(bits)
        elif way == 2:
            value = 10 ** (bits // 4) + rng.randrange(-1, 2)
        else:
            value = rng.getrandbits(bits) << rng.choice((0, 1, 64, 70))
        return f'({value})' if rng.randrange(2) else f'(-{value})'

    def expression(self):
        rng, a, b = self.rng, self.number(), self.number()
        way = rng.randrange(12)
        if way < 5:
            return f'{a} {rng.choice(OPERATORS)} {b}'
        if way < 8:
            return rng.choice(UNARY).format(a)
        small = rng.randrange(140)
        return rng.choice((f'{a} << {small}', f'{a} >> {small}', f'{a} ** {small % 20}', f'divmod({a}, {b})',
                           f'pow({a}, {abs(int(eval(b))) % 10 ** 30}, {self.number()})', f'pow({a}, -1, {b})',
                           f'round({a}, {-(small % 60)})', f'math.gcd({a}, {b})', f'math.lcm({a}, {b})',
                           f'math.comb({small}, {small // 3})', f'math.perm({small}, {small // 2})',
                           f'{a} == {rng.choice((1, -1)) * 2.0 ** rng.randrange(70)}', f'{a} < {eval(b) % 10 ** 300 * 1.0!r}',
                           f'{a} / {b}', f'sum([{a}, {b}, {a}])', f'sorted([{a}, {b}, {self.number()}])'))

    def program(self):
        lines = [f'attempt({number}, lambda: {self.expression()})' for number in range(LINES)]
        return PRELUDE + '\n'.join(lines) + '\n'


if __name__ == '__main__':
    sys.exit(compare_programs(__doc__, lambda seed: Ints(seed).program()))
