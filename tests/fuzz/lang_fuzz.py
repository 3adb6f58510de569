#!/usr/bin/env python3
"""Run random programs under the engine and CPython 3.13, and print where they differ.

  lang_fuzz.py --engine EXE [--seed N] [--count N] [--pieces N] [--wide] [--keep FOLDER]
  lang_fuzz.py --engine EXE --mutate PATH [--seed N] [--count N] [--keep FOLDER]

Program number N is made from the seed N alone, so a finding is repeated by `--seed N --count 1`. With
--wide it consists of the pieces of wide_programs.py, which go to the borders of each thing. With
--mutate, programs below PATH are broken at random (tokens dropped, doubled, exchanged; the end cut off)
and only the engine runs: it must end by itself, without a crash or a sanitizer's report. --keep writes
the programs that failed. The result is 1 where something failed.
"""
import argparse
import collections
import difflib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'oracle'))
from golden import need_python
from programs import Programs

SECONDS = 20
ZYGOTE = str(pathlib.Path(__file__).resolve().parent / 'zygote.py')
SHOWN = 12  # lines of a difference
WIDTH = 400  # characters of each of them
ADDRESS = re.compile(r'0x[0-9a-f]{6,}')
PATH = re.compile(r'/(?:[\w.+@-]+/)+([\w.+-]+\.py)\b')
WARNINGS = re.compile(r'^\S+:\d+: SyntaxWarning: .*\n(?:  .*\n)?', re.MULTILINE)
HINTS = re.compile(r'^coroscope: .*\n', re.MULTILINE)  # what the engine says besides, on stderr
# What the engine says where it stops before CPython does.
OUTPUT_LIMIT = re.compile(r'^Print less, or give the lesson more', re.MULTILINE)
NO_MEMORY = 'MemoryError'
TOKEN = re.compile(r'\w+|\s+|"""|\'\'\'|[^\w\s]')


def comparable(text):
    return PATH.sub(r'\1', ADDRESS.sub('0xADDR', text))


def run(command, environment=None):
    """(stdout, stderr, status) in a form that can be compared; status None: no end."""
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=SECONDS,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return '', '', None
    plain = [comparable(text.decode('utf-8', 'replace')) for text in (done.stdout, done.stderr)]
    return plain[0], plain[1], done.returncode


def crashed(result):
    _, words, status = result
    return status is None or status not in (0, 1, 2) or 'Sanitizer' in words or 'runtime error:' in words


class Answers:
    """What CPython says to programs: first a warm one, and a fresh one where that differs."""

    def __init__(self):
        self.warm = None

    def begin(self, path):
        """The warm one answers while the engine runs."""
        if self.warm is None:
            python, environment = need_python()
            self.warm = subprocess.Popen([python, '-B', '-X', 'utf8', ZYGOTE, str(SECONDS)], env=environment,
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding='utf-8')
        print(path, file=self.warm.stdin, flush=True)

    def quick(self):
        out, err, status = json.loads(self.warm.stdout.readline())
        return comparable(out), comparable(err), status

    def sure(self, path):
        python, environment = need_python()
        return run([python, '-B', '-X', 'utf8', str(path)], environment)


ANSWERS = Answers()


def compare(engine, path):
    """Lines that tell the difference, or a str: why the two cannot be compared."""
    ANSWERS.begin(path)
    got = run([str(engine), 'run', str(path)])
    quick = ANSWERS.quick()
    if crashed(got):
        return [f'status {got[2]}', *got[1].splitlines()[-30:]]
    if OUTPUT_LIMIT.search(got[0] + '\n' + got[1]):
        return 'more output than a lesson may print'
    if quick[2] is None:
        return 'CPython finds no end'
    if NO_MEMORY in ''.join(got[:2]) and NO_MEMORY not in ''.join(quick[:2]):
        return 'more memory than a lesson may take'
    if not difference(quick, got):
        return []
    sure = ANSWERS.sure(path)
    return difference(sure, got) if sure[2] is not None else 'CPython finds no end'


def difference(want, got):
    want = want[0], WARNINGS.sub('', want[1]), want[2]
    got = got[0], HINTS.sub('', WARNINGS.sub('', got[1])), got[2]
    if want == got:
        return []
    lines = []
    for left, right in zip(want[:2], got[:2]):
        lines += list(difflib.unified_diff(left.splitlines(), right.splitlines(), lineterm='', n=0))[2:]
    return lines or [f'status {want[2]} became {got[2]}']


def compare_programs(description, program_of):
    """The main() of a fuzzer whose program number N is program_of(N); the exit status."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--engine', type=pathlib.Path, required=True)
    parser.add_argument('--seed', type=int, default=0)
    parser.add_argument('--count', type=int, default=50)
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'program.py'
        for seed in range(options.seed, options.seed + options.count):
            path.write_text(program_of(seed), encoding='utf-8')
            lines = compare(options.engine, path)
            if lines and not isinstance(lines, str):
                failed += 1
                print(f'seed {seed}:', *lines, sep='\n  ')
    print(f'{options.count - failed} passed, {failed} failed')
    return 1 if failed else 0


def mutate(rng, text):
    tokens = TOKEN.findall(text) or ['\n']
    for _ in range(rng.randrange(1, 5)):
        i, j = rng.randrange(len(tokens)), rng.randrange(len(tokens))
        way = rng.randrange(6)
        if way == 0:
            del tokens[i]
        elif way == 1:
            tokens.insert(i, tokens[j])
        elif way == 2:
            tokens[i], tokens[j] = tokens[j], tokens[i]
        elif way == 3 and rng.randrange(4) == 0:
            del tokens[max(i, 1):]
        else:
            tokens[i] = rng.choice(('(', ')', '*', ':', ',', '=', 'await', 'yield', 'lambda', 'None', '\n', '{',
                                    '"', '@', 'in', '1e400', '\\', '\t', 'not', '.', ':=', 'del', 'f"{', '0'))
        tokens = tokens or ['\n']
    return ''.join(tokens)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--engine', type=pathlib.Path, required=True)
    parser.add_argument('--seed', type=int, default=0)
    parser.add_argument('--count', type=int, default=100)
    parser.add_argument('--pieces', type=int, default=8)
    parser.add_argument('--wide', action='store_true')
    parser.add_argument('--mutate', type=pathlib.Path, metavar='PATH')
    parser.add_argument('--keep', type=pathlib.Path, metavar='FOLDER')
    options = parser.parse_args()

    sources = []
    if options.mutate:
        sources = sorted(options.mutate.rglob('*.py')) if options.mutate.is_dir() else [options.mutate]
    failed, skipped = 0, collections.Counter()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.count):
            rng = random.Random(seed)
            path = pathlib.Path(options.keep or folder) / f'fuzz_{seed}.py'
            if sources:
                path.write_text(mutate(rng, rng.choice(sources).read_text(encoding='utf-8', errors='replace')), encoding='utf-8')
                result = run([str(options.engine), 'run', str(path)])
                lines = [f'status {result[2]}', *result[1].splitlines()[-30:]] if crashed(result) else []
            else:
                path.write_text(Programs(rng).program(options.pieces, options.wide), encoding='utf-8')
                lines = compare(options.engine, path)
            if isinstance(lines, str):
                skipped[lines] += 1
                lines = []
            if lines:
                failed += 1
                print(f'--- {path.name}', *(line[:WIDTH] for line in lines[:SHOWN]), sep='\n', flush=True)
            else:
                os.remove(path)
    print(f'{options.count} programs, {failed} failed, {skipped.total()} not compared:', dict(skipped))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
