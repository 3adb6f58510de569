"""Wrong command lines end the program with usage and status 2."""
import argparse
parser = argparse.ArgumentParser(prog='tool', exit_on_error=False)
parser.add_argument('source', type=int)
parser.add_argument('-n', '--number', type=float)
parser.add_argument('--mode', choices=['fast', 'slow'])
group = parser.add_mutually_exclusive_group()
group.add_argument('--a', action='store_true')
group.add_argument('--b', action='store_true')
for line in ('', 'x', '1 -n', '1 -n y', '1 --mode odd', '1 --a --b', '1 2', '1 --what'):
    try:
        print(line, parser.parse_args(line.split()))
    except argparse.ArgumentError as error:
        print(line, '->', error)
strict = argparse.ArgumentParser(prog='strict')
strict.add_argument('--count', type=int, required=True)
try:
    strict.parse_args([])
except SystemExit as error:
    print('status', error.code)
