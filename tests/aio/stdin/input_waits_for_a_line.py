# world: {"stdin": [{"at": 1, "text": "Ann\n"}, {"at": 2.5, "text": "4"}, {"at": 3, "text": "2\n"}]}
import time

name = input('name? ')
print(time.monotonic(), name)
number = int(input())
print(time.monotonic(), number + 1)
try:
    input('more? ')
except EOFError as error:
    print(time.monotonic(), repr(error))
