"""shlex reads and writes command lines."""
import shlex
for line in ('a b c', "echo 'hello world' \"x y\"", r'a\ b "c\"d" \n', '', "''", 'a"b"c', 'x # y', '"a\\b"'):
    print(shlex.split(line), shlex.split(line, comments=True))
print(shlex.quote('a b'), shlex.quote("it's"), shlex.quote(''), shlex.quote('safe-1.txt'), shlex.join(['echo', 'a b', '$x']))
for line in ('"abc', 'a\\', "'"):
    try:
        print(shlex.split(line))
    except ValueError as error:
        print(error)
