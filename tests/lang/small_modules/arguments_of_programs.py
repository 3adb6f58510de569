"""argparse with positionals and options of every kind."""
import argparse
parser = argparse.ArgumentParser(prog='tool', description='Does a thing.')
parser.add_argument('source')
parser.add_argument('targets', nargs='*', default=['out'])
parser.add_argument('-n', '--number', type=int, default=3, help='how many (default: %(default)s)')
parser.add_argument('-v', '--verbose', action='count', default=0)
parser.add_argument('-q', '--quiet', action='store_true')
parser.add_argument('--mode', choices=['fast', 'slow'], default='fast')
parser.add_argument('--tag', action='append')
parser.add_argument('--pair', nargs=2, metavar=('A', 'B'))
parser.add_argument('--level', nargs='?', const='high', default='low')
parser.add_argument('--color', action=argparse.BooleanOptionalAction)
for line in ('a', 'a b c', '-n 5 a', 'a -n5 --quiet', '-vvq a', 'a --mode=slow b', '--tag x --tag y a', '--pair 1 2 a', 'a --level', 'a --level mid',
             '--no-color a', '--num 7 a', 'a -- -b', '-n -4 a'):
    print(line, '->', parser.parse_args(line.split()))
print(parser.parse_known_args(['a', '--what', 'b']))
