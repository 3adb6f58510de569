#!/usr/bin/env python3
"""Programs that are wrong, refused or endless: each ends with a message and status 1, never worse.

    check_broken_programs.py [--record]

runs $COROSCOPE on each program beside this file and compares exit status and standard error with
NAME.txt; --record writes these files anew.
"""
import os
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).parent
SECONDS = 120


def run(program):
    done = subprocess.run([os.environ['COROSCOPE'], 'run', str(program)], capture_output=True,
                          timeout=SECONDS)
    errors = done.stderr.decode('utf-8', 'replace').replace(str(program), program.name)
    return f'exit status {done.returncode}\n{errors}'


def main():
    wrong = 0
    programs = sorted(p for p in FOLDER.glob('*.py') if p.name != pathlib.Path(__file__).name)
    for program in programs:
        expected = program.with_suffix('.txt')
        got = run(program)
        if '--record' in sys.argv:
            expected.write_text(got, encoding='utf-8')
        elif not expected.exists() or expected.read_text(encoding='utf-8') != got:
            wrong += 1
            print(f'{program.name}: expected\n{expected.read_text() if expected.exists() else ""}'
                  f'\ngot\n{got}\n')
    print(f'{len(programs) - wrong} passed, {wrong} failed')
    return 1 if wrong or not programs else 0


if __name__ == '__main__':
    sys.exit(main())
