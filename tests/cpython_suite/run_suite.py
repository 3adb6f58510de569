"""Runs CPython 3.13's own asyncio tests in the engine, straight from the Python installation.

    run_suite.py run --engine PATH [--record] [NAME...]     all classes, CPython and the engine
    run_suite.py check --engine PATH [--seconds N]          each method once, against what is recorded

A method counts as passed when the engine passes it in every class in which CPython passes it under
the same shims. --record writes what passes (expected.json) and why the rest does not
(tests/oracle/cpython_suite.md).
"""
import argparse
import atexit
import functools
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'oracle'))
from golden import find_python  # noqa: E402
from reasons import REASONS  # noqa: E402

SHIMS = HERE / 'shims'
EXPECTED = HERE / 'expected.json'
PAGE = HERE.parent / 'oracle' / 'cpython_suite.md'
NAMES = ('test_tasks', 'test_futures', 'test_locks', 'test_queues', 'test_taskgroups',
         'test_timeouts', 'test_waitfor', 'test_runners', 'test_eager_task_factory',
         'test_threads', 'test_pep492', 'test_staggered')
ABOVE = ('test_generators', 'test_asyncgen', 'test_coroutines', 'test_contextlib_async')
IMPORTED = 'test_contextlib'  # by the last of these
WANTED = 500  # methods at least
INCOMPLETE = 77  # exit status of a check that ran out of time: to CTest it was skipped


def find_tests():
    """(how to start CPython, the folder of its asyncio tests); None where they are not."""
    found = find_python()
    if not found:
        return None
    command, environment = found
    line = 'import os, test.test_asyncio as t; print(os.path.dirname(t.__file__))'
    done = subprocess.run([command, '-c', line], env=environment, capture_output=True, text=True)
    if done.returncode:
        return None
    return found, pathlib.Path(done.stdout.strip())


def place_of(folder, name):
    """The asyncio tests lie in a folder of their own."""
    return (folder.parent if name in ABOVE else folder) / f'{name}.py'


@functools.cache
def shims(folder):
    """The shims and, for the tests above, what one file takes from another."""
    if folder.name == 'test_asyncio':
        return SHIMS
    made = tempfile.TemporaryDirectory()
    atexit.register(made.cleanup)
    place = pathlib.Path(made.name) / 'shims'
    shutil.copytree(SHIMS, place, ignore=shutil.ignore_patterns('__pycache__'))
    shutil.copy(folder / f'{IMPORTED}.py', place / 'test')
    return place


def in_cpython(python, mode, path):
    command, environment = python
    done = subprocess.run([command, '-W', 'ignore', HERE / 'in_cpython.py', mode,
                           shims(path.parent), path],
                          env=environment, capture_output=True, text=True, timeout=300)
    if done.returncode:
        sys.exit(f'{path}: CPython: {done.stderr[-2000:]}')
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"test"')]


def in_engine(engine, path, only=None, seconds=1800):
    """{test: (outcome, why)} of the tests that ran within the time, and the last line."""
    command = [engine, 'unittest', '--modules', shims(path.parent), path]
    if only:
        command += ['--only', only]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds)
        text, words = done.stdout, done.stderr
        if done.returncode not in (0, 1):
            sys.exit(f'{path}: exit status {done.returncode} after {text[-200:]}{words[-3000:]}')
    except subprocess.TimeoutExpired as late:
        text, words = (late.stdout or b'').decode(), ''
    if 'Sanitizer' in words or 'runtime error' in words:
        sys.exit(f'{path}: {words[-3000:]}')
    results = {}
    for line in text.splitlines():
        outcome, _, rest = line.partition(' ')
        name, _, why = rest.strip().partition('  ')
        if outcome in ('ok', 'FAIL', 'ERROR', 'skip'):
            results[name] = outcome, why
    if not results:
        sys.exit(f'{path}: {words[-2000:]}{text[-500:]}')
    return results, text.splitlines()[-1]


def judge(rows, engine):
    """{def: None when it passes, else why not}, for what CPython passes."""
    verdict = {}
    for row in rows:
        if row['outcome'] != 'ok':
            continue
        outcome, why = engine.get(row['test'], ('ERROR', 'it was not run'))
        bad = None if outcome == 'ok' else f'{outcome}: {why}'
        verdict[row['def']] = verdict.get(row['def']) or bad
    return verdict


def run(options, tests):
    python, folder = tests
    passed, failed, skipped, totals = [], {}, {}, []
    for name in options.names or NAMES + ABOVE:
        path = place_of(folder, name)
        rows = in_cpython(python, 'run', path)
        engine, last = in_engine(options.engine, path)
        verdict = judge(rows, engine)
        for row in rows:
            if row['def'] not in verdict:
                skipped[row['def']] = f"CPython: {row['outcome']}: {row['why']}"
        good = [method for method, bad in verdict.items() if bad is None]
        passed += good
        failed.update({method: bad for method, bad in verdict.items() if bad})
        methods = len({row['def'] for row in rows})
        totals.append((name, methods, len(verdict), len(good), last))
        print(f'{name}: {methods} methods, CPython passes {len(verdict)}, the engine {len(good)} '
              f'of these ({last})', flush=True)
    print(f'{sum(t[1] for t in totals)} methods, CPython passes {sum(t[2] for t in totals)}, '
          f'the engine {len(passed)} of these')
    for method, why in failed.items():
        print(f'  {method}: {why}')
    if options.record:
        EXPECTED.write_text(json.dumps(sorted(passed), indent=0) + '\n')
        PAGE.write_text(page(totals, failed, skipped))
        return 0
    lost = [method for method in expected() if method in failed]
    return report_lost(lost)


def expected():
    return json.loads(EXPECTED.read_text())


def report_lost(lost):
    for method in lost:
        print(f'{method} passed when expected.json was recorded')
    return 1 if lost else 0


def page(totals, failed, skipped):
    lines = ["# CPython's tests of asyncio and coroutines in the engine", '',
             '`python3 tests/cpython_suite/run_suite.py run --engine build/coroscope --record` wrote '
             'this page. It runs the',
             "test files of CPython 3.13's installation as they are; `tests/cpython_suite/shims` "
             'stands in for `test.support` and',
             'for the helpers that the files share. A method counts where CPython passes it under '
             'the same shims, and as passed',
             'when the engine passes it in every such class. `tests/cpython_suite/canary` fails on '
             'purpose.', '',
             '| File | Methods | CPython passes | The engine passes |', '|---|--:|--:|--:|']
    for name, methods, cpython, engine, _ in totals:
        lines.append(f'| {name} | {methods} | {cpython} | {engine} |')
    lines.append(sum_line('all', totals))
    lines.append(sum_line('generators and coroutines alone',
                          [row for row in totals if row[0] in ABOVE]))
    lines += ['', '## What does not pass, and why', '']
    lines += [f'- `{method}`: {REASONS.get(method) or plain(why)}'
              for method, why in sorted(failed.items())] or ['Nothing.']
    lines += ['', '## What CPython itself does not pass under the shims', '']
    lines += [f'- `{method}`: {plain(why)}' for method, why in sorted(skipped.items())]
    return '\n'.join(lines) + '\n'


def sum_line(name, totals):
    sums = ' | '.join(str(sum(row[i] for row in totals)) for i in (1, 2, 3))
    return f'| **{name}** | {sums} |'


def plain(text):
    text = ' '.join(text.split()).replace('|', '\\|')
    return text if len(text) <= 160 else text[:157] + '...'


def one_class_each(rows):
    """Few classes that have all methods between them; of equal ones that of the accelerator."""
    left = {row['def'] for row in rows}
    classes = {}
    for row in rows:
        classes.setdefault(row['test'].rpartition('.')[0], set()).add(row['def'])
    chosen = []
    while left:
        best = max(classes, key=lambda name: (len(classes[name] & left),
                                              name.rpartition('.')[2].startswith('C')))
        chosen.append(best)
        left -= classes[best]
    return chosen


def check(options, tests):
    if len(expected()) < WANTED:
        sys.exit(f'expected.json holds {len(expected())} methods: less than {WANTED}')
    if not tests:
        print(f"skipped: CPython 3.13's test folder is not here; {len(expected())} methods passed "
              'when they were recorded')
        return 0
    python, folder = tests
    lost, seen, unseen, end = [], 0, [], time.monotonic() + options.seconds
    for name in reversed(NAMES + ABOVE):
        left = end - time.monotonic()
        if left < 5:
            unseen.append(name)
            continue
        path = place_of(folder, name)
        rows = in_cpython(python, 'list', path)
        only = ','.join(f'{cls}.' for cls in one_class_each(rows))
        engine, _ = in_engine(options.engine, path, only, left)
        place = {row['test']: row['def'] for row in rows}
        good = {place[test] for test, (outcome, _) in engine.items() if outcome == 'ok'}
        looked_at = {place[test] for test in engine if test in place}
        seen += len(looked_at)
        if {row['def'] for row in rows} - looked_at:
            unseen.append(f'{name} (the end of it)')
        lost += [method for method in expected() if method in looked_at and method not in good]
    print(f'{seen} methods were run, {len(lost)} of them fail that passed when recorded')
    if unseen:
        print(f'{options.seconds:g} seconds were too few: not run were {", ".join(unseen)}. '
              f'Give more by --seconds or COROSCOPE_SUITE_SECONDS.')
    if report_lost(lost):
        return 1
    return INCOMPLETE if unseen else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('command', choices=('run', 'check'))
    parser.add_argument('--engine', required=True)
    parser.add_argument('--record', action='store_true')
    parser.add_argument('--seconds', type=float, default=240)
    parser.add_argument('names', nargs='*')
    options = parser.parse_intermixed_args()
    tests = find_tests()
    if options.command == 'check':
        return check(options, tests)
    if not tests:
        sys.exit("CPython 3.13 with its test folder is not here: set COROSCOPE_PYTHON.")
    return run(options, tests)


if __name__ == '__main__':
    sys.exit(main())
