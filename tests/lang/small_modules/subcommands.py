"""Commands with arguments of their own."""
import argparse
parser = argparse.ArgumentParser(prog='git')
parser.add_argument('--version', action='version', version='%(prog)s 1.0')
commands = parser.add_subparsers(dest='command', required=True, help='what to do')
add = commands.add_parser('add', help='add files')
add.add_argument('files', nargs='+')
add.set_defaults(run=len)
commit = commands.add_parser('commit', help='keep them')
commit.add_argument('-m', '--message', default='no words')
for line in (['add', 'a', 'b'], ['commit', '-m', 'hello'], ['commit']):
    arguments = parser.parse_args(line)
    print(arguments.command, sorted(vars(arguments).items(), key=lambda item: item[0]))
print(parser.format_help())
print(add.format_usage())
for line in (['--version'],):
    try:
        parser.parse_args(line)
    except SystemExit as error:
        print('status', error.code)
