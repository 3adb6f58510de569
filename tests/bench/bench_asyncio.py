#!/usr/bin/env python3
"""Coroscope's engine beside CPython 3.13 with its C accelerator, every workload in the same run.

  bench_asyncio.py [--bench BUILD/tests/bench_run] [-n TIMES] [PROGRAM.py | FOLDER]...

Both sides are measured by a clock inside the process, without start-up: for CPython from before the
program's first line to after its last one, `import asyncio` done and the source compiled before; for
the engine from the first instruction to the end of the recording, its `import asyncio` included.
The best of TIMES (default 5) counts on either side. Columns: milliseconds of CPython, of the engine
recording, of the engine with nobody listening; recording / CPython; recording / not recording.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'oracle'))
import golden  # noqa: E402

CLOCK = '''
import asyncio, contextlib, gc, io, sys, time
code = compile(open(sys.argv[1]).read(), sys.argv[1], "exec")
best = 1e9
for _ in range(int(sys.argv[2])):
    gc.collect()
    with contextlib.redirect_stdout(io.StringIO()):
        start = time.process_time()
        exec(code, {"__name__": "__main__"})
        best = min(best, time.process_time() - start)
print(best)
'''


def cpython_seconds(program, times):
    command, environment = golden.need_python()
    done = subprocess.run([command, '-c', CLOCK, str(program), str(times)], env=environment,
                          capture_output=True, text=True, check=True, timeout=600)
    return float(done.stdout)


def engine_figures(bench, program, times):
    done = subprocess.run([bench, '-n', str(times), str(program)], capture_output=True, text=True,
                          timeout=600)
    if done.returncode:
        sys.exit(done.stderr or f'{program}: bench_run failed')
    return json.loads(done.stdout)


def programs_of(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(path.glob('*.py')) if path.is_dir() else [path]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    build = pathlib.Path(os.environ.get('COROSCOPE_BUILD', 'build'))
    parser.add_argument('--bench', default=str(build / 'tests/bench_run'))
    parser.add_argument('-n', type=int, default=5, metavar='TIMES')
    parser.add_argument('programs', nargs='*', default=[HERE / 'programs/asyncio'])
    options = parser.parse_args()
    print(f'{"":24}{"CPython":>10}{"recording":>11}{"not rec.":>10}{"ratio":>8}{"cost":>7}'
          f'{"handles":>10}{"lines":>10}{"record MiB":>12}')
    for program in programs_of(options.programs):
        python = cpython_seconds(program, options.n)
        engine = engine_figures(options.bench, program, options.n)
        print(f'{program.stem:24}{python * 1e3:10.1f}{engine["recorded"] * 1e3:11.1f}'
              f'{engine["bare"] * 1e3:10.1f}{engine["recorded"] / python:8.2f}'
              f'{engine["recorded"] / engine["bare"]:7.2f}{engine["handles"]:10}'
              f'{engine["lines"]:10}{engine["record_bytes"] / 2**20:12.1f}', flush=True)


if __name__ == '__main__':
    main()
