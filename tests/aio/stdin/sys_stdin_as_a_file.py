# world: {"stdin": [{"at": 0, "text": "a\nb\n"}, {"at": 1, "text": "c\nrest"}]}
import sys
import time

print(repr(sys.stdin.readline()))
print(repr(sys.stdin.readline(1)), repr(sys.stdin.readline()))
for line in sys.stdin:
    print(time.monotonic(), repr(line))
    break
print(repr(sys.stdin.read()), repr(sys.stdin.read()), repr(sys.stdin.readline()))
