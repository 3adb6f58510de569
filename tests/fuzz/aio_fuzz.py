#!/usr/bin/env python3
"""Hold random asyncio programs against CPython 3.13.

  aio_fuzz.py run --engine EXE [--seed N] [--count N] [--keep FOLDER]
                            N programs, of seeds N, N+1, ...; those that differ are made as small
                            as they go on differing, kept in FOLDER and told
  aio_fuzz.py write --seed N [--count N] FOLDER
                            only write the programs
  aio_fuzz.py shrink --engine EXE PROGRAM
                            make one program that differs as small as it goes on differing

The same seed is the same program. CPython 3.13.0 is found as by oracle/golden.py; it is started
once and forks for each program.
"""
import argparse
import ast
import contextlib
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ORACLE = HERE.parent / 'oracle'
sys.path.insert(0, str(ORACLE))

import golden  # noqa: E402
from comparison import differences  # noqa: E402
from aio_programs import program_text  # noqa: E402

golden.SECONDS = 10  # these programs are short

SERVER = '''
import os, signal, sys
sys.path.insert(0, sys.argv[1])
import oracle
for line in sys.stdin:
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        sys.argv = ['oracle.py', '--max-iter', '20000', line.rstrip()]
        try:
            oracle.main()
        finally:
            sys.__stdout__.flush()
            os._exit(0)
    os.waitpid(child, 0)
    print(flush=True, file=sys.__stdout__)
'''


class Reference:
    """CPython that runs one program after another, each in a process of its own."""

    def __init__(self):
        command, environment = golden.need_python()
        self.process = subprocess.Popen([command, '-B', '-c', SERVER, str(ORACLE)], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, env=environment)

    def report(self, program):
        print(program, file=self.process.stdin, flush=True)
        line = self.process.stdout.readline().strip()
        if not line:
            raise golden.Failure('CPython gave no report')
        self.process.stdout.readline()  # the server's own empty line
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def compare(reference, engine, text):
    """Lines that tell how the engine's report differs from CPython's; empty: it does not."""
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, 'program.py')
        program.write_text(text, encoding='utf-8')
        try:
            expected = reference.report(program)
        except (golden.Failure, ValueError):
            return []  # nothing to compare with
        try:
            return differences(expected, golden.engine_report(engine, program), program.name)
        except golden.Failure as failure:
            return ['  ' + line for line in str(failure).splitlines()]


def kind_of(lines):
    """What differs, roughly: a smaller program has to differ in the same way."""
    first = lines[0].split('[')[0].split()[0] if lines else ''
    return first if first in golden.FIELDS + ('traceback',) else 'crash'


def blocks_of(tree):
    """Every list of statements in the tree."""
    for node in ast.walk(tree):
        for name in ('body', 'orelse', 'finalbody', 'handlers'):
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                yield node, name, block


def one_smaller(tree):
    """Changes the tree in all ways that make it smaller by one statement, one after the other."""
    for node, name, block in list(blocks_of(tree)):
        for i in reversed(range(len(block))):
            old = list(block)
            inner = getattr(block[i], 'body', None)
            choices = [block[:i] + block[i + 1:]]
            if isinstance(inner, list) and not isinstance(block[i], (
                    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler)):
                choices.append(block[:i] + inner + block[i + 1:])
            for choice in choices:
                if not choice and name == 'body':
                    if isinstance(old[0], ast.Pass):
                        continue
                    choice = [ast.Pass()]
                block[:] = choice
                yield
                block[:] = old


def shrink(text, still_differs):
    """The smallest text found by taking statements away one at a time."""
    smaller = True
    while smaller:
        smaller = False
        tree = ast.parse(text)
        for _ in one_smaller(tree):
            try:
                candidate = ast.unparse(ast.fix_missing_locations(tree)) + '\n'
                ast.parse(candidate)
            except (SyntaxError, ValueError):
                continue
            if len(candidate) < len(text) and still_differs(candidate):
                text, smaller = candidate, True
                break
    return text


def make_smaller(reference, engine, text, lines):
    kind = kind_of(lines)
    return shrink(text, lambda t: kind_of(compare(reference, engine, t)) == kind)


def keep(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding='utf-8')
    return path


def run(options):
    differing = 0
    with contextlib.closing(Reference()) as reference:
        for seed in range(options.seed, options.seed + options.count):
            text = program_text(seed)
            lines = compare(reference, options.engine, text)
            if not lines:
                continue
            differing += 1
            if not options.fast:
                text = make_smaller(reference, options.engine, text, lines)
            path = keep(options.keep, f'{kind_of(lines)}_{seed}.py', text)
            print(f'seed {seed}: {path}', *lines, sep='\n', flush=True)
    print(f'{options.count - differing} of {options.count} programs as in CPython')
    return 1 if differing else 0


def write(options):
    for seed in range(options.seed, options.seed + options.count):
        keep(options.folder, f'seed_{seed}.py', program_text(seed))
    return 0


def shrink_one(options):
    text = options.program.read_text(encoding='utf-8')
    with contextlib.closing(Reference()) as reference:
        lines = compare(reference, options.engine, text)
        if not lines:
            print('no difference')
            return 1
        text = make_smaller(reference, options.engine, text, lines)
        print(text, *compare(reference, options.engine, text), sep='\n')
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(required=True)

    action = actions.add_parser('run')
    action.set_defaults(action=run)
    action.add_argument('--engine', type=pathlib.Path, required=True)
    action.add_argument('--seed', type=int, default=1)
    action.add_argument('--count', type=int, default=100)
    action.add_argument('--keep', type=pathlib.Path, default=pathlib.Path('fuzz'))
    action.add_argument('--fast', action='store_true', help='keep programs at full size')

    action = actions.add_parser('write')
    action.set_defaults(action=write)
    action.add_argument('--seed', type=int, default=1)
    action.add_argument('--count', type=int, default=1)
    action.add_argument('folder', type=pathlib.Path)

    action = actions.add_parser('shrink')
    action.set_defaults(action=shrink_one)
    action.add_argument('--engine', type=pathlib.Path, required=True)
    action.add_argument('program', type=pathlib.Path)

    options = parser.parse_args()
    return options.action(options)


if __name__ == '__main__':
    sys.exit(main())
