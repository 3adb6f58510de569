#!/usr/bin/env python3
"""Does the asyncio fuzzer find faults? Puts small ones into a copy of the engine, one at a time.

  faults.py [--build FOLDER] [NAME...]   builds the copy with each fault (or those named) and runs the
                                         recorded random programs: each fault must show

A fault is a change of one piece of text in one file; that piece has to be there exactly once.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from fault_list import FAULTS

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HOUSES = ('app', 'engine', 'scenarios', 'assets')
NINJA = ('-G', 'Ninja') if shutil.which('ninja') else ()


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{" ".join(map(str, command))}\n{done.stdout[-3000:]}{done.stderr[-3000:]}')


def refresh(source):
    """A copy of what is built; files that are the same keep their time, so little is built anew."""
    source.mkdir(parents=True, exist_ok=True)
    names = [ROOT / 'CMakeLists.txt', ROOT / 'LICENSE']
    names += [p for house in HOUSES for p in sorted((ROOT / house).rglob('*'))]
    for path in names:
        there = source / path.relative_to(ROOT)
        if path.is_dir():
            there.mkdir(parents=True, exist_ok=True)
        elif not there.exists() or there.read_bytes() != path.read_bytes():
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, there)


def build(folder):
    run('cmake', '--build', folder / 'build', '--target', 'coroscope', '--parallel', '2')


def shows(folder):
    """What the check says first, or None where the recorded programs do not notice."""
    try:
        done = subprocess.run([sys.executable, str(HERE / 'aio_recorded.py'), 'check', '--first', '--engine',
                               str(folder / 'build/coroscope')], capture_output=True, text=True, timeout=300)
    except subprocess.TimeoutExpired:
        return 'no end'
    return None if done.returncode == 0 else (done.stdout.splitlines() or ['?'])[0]


def places(source, fault):
    return (source / fault.file).read_text(encoding='utf-8').count(fault.find)


def check_places():
    """Also a fault that is not tried today has to have its place."""
    lost = [f'{f.name}: the piece to change is {places(ROOT, f)} times in {f.file}'
            for f in FAULTS if places(ROOT, f) != 1]
    if lost:
        sys.exit('\n'.join(lost))


def attempt(folder, fault):
    path = folder / 'source' / fault.file
    text = path.read_text(encoding='utf-8')
    path.write_text(text.replace(fault.find, fault.put), encoding='utf-8')
    try:
        build(folder)
        found = shows(folder)
    finally:
        path.write_text(text, encoding='utf-8')
    return (f'found by {found}', True) if found else ('NOT FOUND', False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=pathlib.Path, help='keep the copy here for the next time')
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()
    check_places()
    wanted = [f for f in FAULTS if not options.names or f.name in options.names]
    folder = (options.build or pathlib.Path(tempfile.mkdtemp(prefix='faults-'))).resolve()
    refresh(folder / 'source')
    run('cmake', '-S', folder / 'source', '-B', folder / 'build', '-DCMAKE_BUILD_TYPE=Debug',
        '-DCMAKE_C_FLAGS_DEBUG=-O1', '-DCOROSCOPE_TESTS=OFF', *NINJA, *(['-DCMAKE_C_COMPILER_LAUNCHER=ccache'] if shutil.which('ccache') else []))
    missed = 0
    try:
        build(folder)
        if found := shows(folder):
            sys.exit(f'Without any fault the programs differ already: {found}')
        for fault in wanted:
            began = time.monotonic()
            words, good = attempt(folder, fault)
            missed += not good
            print(f'{"ok  " if good else "FAIL"} {fault.name}: {words} ({time.monotonic() - began:.0f} s)', flush=True)
    finally:
        if not options.build:
            shutil.rmtree(folder, ignore_errors=True)
    print(f'{len(wanted) - missed} of {len(wanted)} faults found')
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
