#!/usr/bin/env python3
"""Compare the engine with CPython 3.13, recorded or live.

  golden.py find                               is the reference CPython here
  golden.py record [PATH...]                   write NAME.json beside each program
  golden.py current [PATH...]                  are the recorded files what CPython says now
  golden.py check --engine EXE [--live] [PATH...]
                                               is the engine's report the recorded one
                                               (--live: and is that what CPython says now)
  golden.py check --engine EXE --seeds FOLDER  all programs of a folder without recorded files, live

PATH is a program or a folder; without one, all of tests/lang, tests/aio and scenarios. What is
recorded of a lesson's program lies in tests/lessons/reports. CPython 3.13.0 is
$COROSCOPE_PYTHON, python3.13, or pyenv's; only `check` without --live or --seeds does without it.
"""
import argparse
import concurrent.futures
import functools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from comparison import FIELDS, differences, normal
from world_line import find_lesson, read_world

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent
SCENARIOS = TESTS.parent / 'scenarios'
REFERENCE = '3.13.0'
SECONDS = 120


class Failure(Exception):
    """A run that gave no report; the text says why."""


def find_python():
    """(command, environment) of the reference CPython, or None."""
    wanted = f"import sys, platform; sys.exit(platform.python_version() != '{REFERENCE}')"
    pyenv = {**os.environ, 'PYENV_VERSION': REFERENCE}
    for command, environment in ((os.environ.get('COROSCOPE_PYTHON'), None), ('python3.13', None),
                                 ('python3', pyenv), ('python3.13', pyenv)):
        if not command or not shutil.which(command):
            continue
        if subprocess.run([command, '-c', wanted], env=environment, capture_output=True).returncode == 0:
            return command, environment
    return None


@functools.lru_cache(maxsize=None)
def need_python():
    found = find_python()
    if not found:
        sys.exit(f'CPython {REFERENCE} is not here: set COROSCOPE_PYTHON to its executable.')
    return found


def run_for_report(command, environment=None):
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=SECONDS,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        raise Failure(f'no end within {SECONDS} seconds')
    except OSError as error:
        raise Failure(f'{command[0]}: {error.strerror}')
    words = done.stderr.decode('utf-8', 'replace').strip()
    try:
        report = json.loads(done.stdout)
    except ValueError:
        raise Failure(f'no report, exit status {done.returncode}\n{words[-1500:]}')
    missing = [field for field in FIELDS if field not in report]
    if missing:
        raise Failure(f'the report lacks {", ".join(missing)}')
    if done.returncode not in (0, 1) or 'Sanitizer' in words or 'runtime error' in words:
        raise Failure(f'exit status {done.returncode} after the report\n{words[-3000:]}')
    return report


def cpython_report(program):
    command, environment = need_python()
    return run_for_report([command, '-B', str(HERE / 'oracle.py'), str(program)], environment)


def engine_report(engine, program):
    if find_lesson(program):
        return run_for_report([str(engine), 'report', str(program.with_suffix('.json'))])
    world = read_world(program.read_text(encoding='utf-8'))
    command = [str(engine), 'report', str(program)]
    if not world:
        return run_for_report(command)
    with tempfile.NamedTemporaryFile('w', suffix='.json', encoding='utf-8') as file:
        json.dump(world, file)
        file.flush()
        return run_for_report([*command, '--world', file.name])


def golden_path(program):
    path = program.resolve().with_suffix('.json')
    if path.is_relative_to(SCENARIOS):
        return TESTS / 'lessons' / 'reports' / path.relative_to(SCENARIOS)
    return path


def golden_text(report):
    """One line a field, so that a change of one shows as one."""
    rows = (f'{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}' for name, value in report.items())
    return '{\n' + ',\n'.join(rows) + '\n}\n'


def read_golden(program):
    path = golden_path(program)
    if not path.exists():
        raise Failure(f'{path.name} is missing: run golden.py record')
    return json.loads(path.read_text(encoding='utf-8'))


def record(program):
    text, path = golden_text(normal(cpython_report(program), program.name)), golden_path(program)
    if path.exists() and path.read_text(encoding='utf-8') == text:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')
    return ['  recorded']


def compare_current(program):
    recorded, live = read_golden(program), normal(cpython_report(program), program.name)
    if recorded == live:
        return None
    return differences(recorded, live, program.name) or ['  stderr is not the recorded text']


def compare_engine(engine, live, program):
    lines = list(compare_current(program) or ()) if live else []
    return lines + differences(read_golden(program), engine_report(engine, program), program.name)


def compare_seed(engine, program):
    return differences(cpython_report(program), engine_report(engine, program), program.name)


def collect(paths):
    programs = []
    for path in paths or (TESTS / 'lang', TESTS / 'aio', SCENARIOS):
        path = pathlib.Path(path)
        if not path.exists():
            sys.exit(f'{path}: no such file or folder')
        found = sorted(path.rglob('*.py')) if path.is_dir() else [path]
        programs += [p for p in found if not p.name.startswith('check_')]
    if not programs:
        sys.exit('no programs found')
    return programs


def tell(program, lines):
    try:
        program = program.resolve().relative_to(pathlib.Path.cwd())
    except ValueError:
        pass
    print(program, *lines, sep='\n', flush=True)


def run_all(action, programs, jobs):
    """Applies the action to each program; prints what it says; returns how many said something."""
    def attempt(program):
        try:
            return action(program)
        except Failure as failure:
            return ['  ' + line for line in str(failure).splitlines()]

    spoken = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for program, lines in zip(programs, pool.map(attempt, programs)):
            if lines:
                spoken += 1
                tell(program, lines)
    return spoken


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('action', choices=('find', 'record', 'current', 'check'))
    parser.add_argument('paths', nargs='*', metavar='PATH')
    parser.add_argument('--engine', type=pathlib.Path)
    parser.add_argument('--live', action='store_true')
    parser.add_argument('--seeds', metavar='FOLDER')
    parser.add_argument('--jobs', type=int, default=2)
    options = parser.parse_intermixed_args()
    if options.action == 'check' and not options.engine:
        parser.error('check needs --engine')

    if options.action != 'check' or options.live or options.seeds:
        need_python()
    if options.action == 'find':
        print(need_python()[0])
        return 0
    programs = collect([options.seeds] if options.seeds else options.paths)
    if options.action == 'record':
        count = run_all(record, programs, options.jobs)
        print(f'{len(programs)} programs, {count} recorded anew')
        return 0
    if options.action == 'current':
        action = compare_current
    elif options.seeds:
        action = functools.partial(compare_seed, options.engine)
    else:
        action = functools.partial(compare_engine, options.engine, options.live)
    count = run_all(action, programs, options.jobs)
    print(f'{len(programs) - count} of {len(programs)} programs as in CPython {REFERENCE}')
    return 1 if count else 0


if __name__ == '__main__':
    sys.exit(main())
