#!/usr/bin/env python3
"""A fixed set of random asyncio programs whose reports by CPython 3.13 are recorded.

  aio_recorded.py record [--count N]     write the set anew: needs CPython 3.13
  aio_recorded.py check --engine EXE [--first] [--jobs N]
                                         every program on the engine; --first: stop at a difference

The programs are not kept: a seed gives the same text everywhere, and its checksum says if not.
"""
import argparse
import concurrent.futures
import contextlib
import gzip
import json
import pathlib
import sys
import tempfile
import zlib

from aio_fuzz import NotCompared, Reference, expected_report, golden, keep
from aio_programs import program_text
from comparison import differences, normal

SET = pathlib.Path(__file__).with_name('aio_recorded.json.gz')
NAME = 'program.py'


def checksum(text):
    return zlib.crc32(text.encode())


def record(options):
    rows, seed = [], 0
    with contextlib.closing(Reference()) as reference, tempfile.TemporaryDirectory() as folder:
        while len(rows) < options.count:
            text = program_text(seed)
            with contextlib.suppress(NotCompared):
                report = expected_report(reference, keep(pathlib.Path(folder), NAME, text))
                rows.append([seed, checksum(text), normal(report, NAME)])
            seed += 1
    lines = ''.join(json.dumps(row, ensure_ascii=False) + '\n' for row in rows)
    SET.write_bytes(gzip.compress(lines.encode(), mtime=0))
    print(f'{len(rows)} programs recorded, seeds 0 to {seed - 1}')
    return 0


def compare(engine, row):
    seed, known, expected = row
    text = program_text(seed)
    if checksum(text) != known:
        return ['  another program than the recorded one: run aio_recorded.py record']
    with tempfile.TemporaryDirectory() as folder:
        try:
            got = golden.engine_report(engine, keep(pathlib.Path(folder), NAME, text))
        except golden.Failure as failure:
            return ['  ' + line for line in str(failure).splitlines()]
    return differences(expected, got, NAME)


def check(options):
    rows = [json.loads(line) for line in gzip.decompress(SET.read_bytes()).splitlines()]
    differing = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for row, lines in zip(rows, pool.map(lambda row: compare(options.engine, row), rows)):
            if not lines:
                continue
            differing += 1
            print(f'seed {row[0]}', *lines, sep='\n', flush=True)
            if options.first:
                pool.shutdown(cancel_futures=True)
                return 1
    print(f'{len(rows) - differing} of {len(rows)} programs as recorded')
    return 1 if differing else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('action', choices=('record', 'check'))
    parser.add_argument('--engine', type=pathlib.Path)
    parser.add_argument('--count', type=int, default=300)
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--first', action='store_true')
    options = parser.parse_args()
    if options.action == 'record':
        return record(options)
    if not options.engine:
        parser.error('check needs --engine')
    return check(options)


if __name__ == '__main__':
    sys.exit(main())
