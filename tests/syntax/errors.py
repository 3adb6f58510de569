#!/usr/bin/env python3
"""The table of faulty programs and of what CPython 3.13 says about each: errors.txt.

usage: errors.py record    writes CPython's answers into the table
       errors.py current   are the recorded answers those of the CPython that is found?

A program follows its line "%% TYPE|line|column|end line|end column|message" ("%% OK" where it is
valid). Columns count from 1; end line and column are 0 where CPython marks no range. To add a
program, write it under a line "%% ?" and record. CPython is found as tests/oracle/golden.py does.
"""
import pathlib
import subprocess
import sys
import warnings

TABLE = pathlib.Path(__file__).with_name('errors.txt')


def programs():
    text = []
    for line in TABLE.read_text(encoding='utf-8').splitlines(keepends=True):
        if line.startswith('%%'):
            if text:
                yield ''.join(text)
            text = []
        else:
            text.append(line)
    if text:
        yield ''.join(text)


def answer(program):
    try:
        compile(program, 'program.py', 'exec', dont_inherit=True)
    except SyntaxError as error:
        start = error.lineno, max(error.offset, 1)  # at a line's start it sometimes says 0
        end = error.end_lineno or 0, error.end_offset or 0
        if end <= start or end[1] <= 0:
            end = 0, 0
        return '|'.join(map(str, (type(error).__name__, *start, *end, error.msg)))
    return 'OK'


def table():
    return ''.join(f'%% {answer(program)}\n{program}' for program in programs())


def main():
    if sys.version_info[:2] != (3, 13):
        sys.path.insert(0, str(TABLE.parents[1] / 'oracle'))
        from golden import need_python
        command, environment = need_python()
        return subprocess.run([command, '-B', __file__, *sys.argv[1:]], env=environment).returncode
    if sys.argv[1:] not in (['record'], ['current']):
        print(__doc__)
        return 2
    warnings.simplefilter('ignore')
    now = table()
    if sys.argv[1] == 'record':
        TABLE.write_text(now, encoding='utf-8')
        return 0
    recorded = TABLE.read_text(encoding='utf-8')
    for old, new in zip(recorded.splitlines(), now.splitlines()):
        if old != new:
            print(f'recorded: {old}\nCPython:  {new}')
    return recorded != now


if __name__ == '__main__':
    sys.exit(main())
