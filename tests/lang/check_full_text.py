"""Tracebacks and warnings of programs that use no library are CPython's, character by character.

golden.py compares frames and first lines only, because the library's own frames may differ.
"""
import os
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'oracle'))

from comparison import normal_text
from golden import engine_report, read_golden

# The program that recorded the texts stood on the stack itself.
DEEP = re.compile(r'repeated 99\d more times')
FOLDERS = ('tracebacks', 'uncaught', 'groups', 'warnings', 'marks', 'beginners')
# The program that recorded a mistake's text compiled the program with this function.
PARSED = re.compile(r'Traceback[^\n]*\n  File "ast\.py", .*?(?=  File "(?!ast\.py))', re.DOTALL)
# It is also whole when its program has ended, where CPython by itself has taken warnings apart.
TAKEN_APART = re.compile(r'(<sys>:0: .*\n).*: Enable tracemalloc .*\n')


def lines(text):
    return DEEP.sub('repeated 99x more times', PARSED.sub('', text)).splitlines()


def difference(program):
    """The first line that differs, as text; None where everything is equal."""
    expected = lines(TAKEN_APART.sub(r'\1', read_golden(program)['stderr']))
    report = engine_report(os.environ['COROSCOPE'], program)
    got = lines(normal_text(report['stderr'], program.name))
    for i in range(max(len(expected), len(got))):
        left = expected[i] if i < len(expected) else '(nothing)'
        right = got[i] if i < len(got) else '(nothing)'
        if left != right:
            return f'line {i + 1}\n  expected {left!r}\n  got      {right!r}'
    return None


def main():
    wrong = 0
    programs = [p for folder in FOLDERS for p in sorted((HERE / folder).glob('*.py'))]
    for program in programs:
        told = difference(program)
        if told:
            wrong += 1
            print(f'{program.parent.name}/{program.name}: {told}')
    print(f'{len(programs)} programs, {wrong} with another text')
    return 1 if wrong or not programs else 0


sys.exit(main())
