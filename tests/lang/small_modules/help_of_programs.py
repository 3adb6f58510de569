"""Usage and help texts."""
import argparse
parser = argparse.ArgumentParser(prog='tool', description='A tool that does many things at once and tells about them.', epilog='See you.')
parser.add_argument('source', help='where from')
parser.add_argument('rest', nargs='*')
parser.add_argument('-n', '--number', type=int, default=3, help='how many (default: %(default)s)')
parser.add_argument('--a-very-long-option-name', metavar='X', help='a text that is so long that it has to be broken into several lines of help')
group = parser.add_argument_group('extras', 'More of it.')
group.add_argument('--mode', choices=['fast', 'slow'])
group.add_argument('--hidden', help=argparse.SUPPRESS)
print(parser.format_usage())
print(parser.format_help())
try:
    parser.parse_args(['-h'])
except SystemExit as error:
    print('status', error.code)
