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


class NotCompared(Exception):
    """CPython gave no report."""


def expected_report(reference, program):
    try:
        return reference.report(program)
    except (golden.Failure, ValueError):
        raise NotCompared('CPython gave no report')


def compare(reference, engine, text):
    """Lines that tell how the engine's report differs from CPython's; empty: it does not."""
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, 'program.py')
        program.write_text(text, encoding='utf-8')
        expected = expected_report(reference, program)
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


def smaller_blocks(block, i, name):
    """What may stand in place of a block: it without its statement i, or with what is in that."""
    inner = getattr(block[i], 'body', None)
    without = block[:i] + block[i + 1:]
    if without or name != 'body':
        yield without
    elif not isinstance(block[i], ast.Pass):
        yield [ast.Pass()]
    if isinstance(inner, list) and not isinstance(block[i], (
            ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler)):
        yield block[:i] + inner + block[i + 1:]


def changes(tree):
    """Makes the tree smaller by one statement, in all ways; what is answered by true stays so."""
    for _, name, block in list(blocks_of(tree)):
        for i in reversed(range(len(block))):
            old = list(block)
            for choice in smaller_blocks(old, i, name):
                block[:] = choice
                if (yield):
                    break
                block[:] = old


def one_pass(text, still_differs):
    tree = ast.parse(text)
    way, taken = changes(tree), None
    while True:
        try:
            way.send(taken)
            candidate = ast.unparse(ast.fix_missing_locations(tree)) + '\n'
            ast.parse(candidate)
        except StopIteration:
            return text
        except (SyntaxError, ValueError):
            taken = False
            continue
        taken = len(candidate) < len(text) and still_differs(candidate)
        if taken:
            text = candidate


def shrink(text, still_differs):
    """The smallest text found by taking statements away one at a time."""
    before = None
    while text != before:
        before, text = text, one_pass(text, still_differs)
    return text


def make_smaller(reference, engine, text, lines):
    kind = kind_of(lines)

    def still_differs(candidate):
        try:
            return kind_of(compare(reference, engine, candidate)) == kind
        except NotCompared:
            return False

    return shrink(text, still_differs)


def keep(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding='utf-8')
    return path


def run(options):
    differing, left_out = 0, []
    with contextlib.closing(Reference()) as reference:
        for seed in range(options.seed, options.seed + options.count):
            text = program_text(seed)
            try:
                lines = compare(reference, options.engine, text)
            except NotCompared as reason:
                left_out.append(f'{seed} ({reason})')
                continue
            if not lines:
                continue
            differing += 1
            if not options.fast:
                text = make_smaller(reference, options.engine, text, lines)
            path = keep(options.keep, f'{kind_of(lines)}_{seed}.py', text)
            print(f'seed {seed}: {path}', *lines, sep='\n', flush=True)
    compared = options.count - len(left_out)
    print(f'{compared - differing} of {compared} programs as in CPython')
    if left_out:
        print(f'{len(left_out)} not compared:', *left_out)
    return 1 if differing or not compared else 0


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
