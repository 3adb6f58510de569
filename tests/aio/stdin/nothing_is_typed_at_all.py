import sys

print(repr(sys.stdin.read()), list(sys.stdin))
try:
    input('anybody? ')
except EOFError as error:
    print()
    print(error)
