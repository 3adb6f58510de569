"""What frames cost, beside a fixed drawing workload on the same machine in the same minute.

Prints each figure, in processor time, with what is meant. Fails only where a figure has become three times as dear as
recorded, in units of that workload: a slow or busy machine slows both. `check_frame.py --record`
records the present state of this kind of build.
"""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ['COROSCOPE_BUILD'])
RECORDED = ROOT / 'tests/bench/frame_ratios.json'
FACTOR = 3
MEANT = {'start': 300, 'scrub_median': 16.6, 'scrub_99th': 16.6, 'motion_median_50': 8, 'motion_99th_50': 16.6,
         'redraw_median_50': 16.6, 'motion_median_1000': 33, 'motion_99th_1000': 33, 'redraw_median_1000': 33}


def kind_of_build():
    cache = (BUILD / 'CMakeCache.txt').read_text()
    return 'sanitized' if 'COROSCOPE_SANITIZE:BOOL=ON' in cache else 'release'


def measured():
    done = subprocess.run([BUILD / 'tests/bench_frame', '--measures'], cwd=ROOT, capture_output=True, text=True,
                          check=True)
    figures = {name: float(ms) for name, ms in (line.split() for line in done.stdout.splitlines())}
    fixed = figures.pop('fixed')
    return figures, {name: ms / fixed for name, ms in figures.items()}


def main():
    kind = kind_of_build()
    recorded = json.loads(RECORDED.read_text()) if RECORDED.exists() else {}
    before = recorded.get(kind, {})
    best = None
    for _ in range(3):  # the best of three: a busy machine disturbs one of them
        figures, ratios = measured()
        best = {name: min(ratio, (best or ratios)[name]) for name, ratio in ratios.items()}
        slow = [name for name in best if name in before and best[name] > FACTOR * before[name]]
        if not slow and '--record' not in sys.argv:
            break
    for name, ms in figures.items():
        print(f'{name:20} {ms:8.2f} ms   meant: {MEANT[name]:6.1f} ms   {best[name]:8.3f} of the fixed workload, '
              f'recorded {before.get(name, 0):.3f}')
    if '--record' in sys.argv:
        recorded[kind] = {name: round(ratio, 4) for name, ratio in best.items()}
        RECORDED.write_text(json.dumps(recorded, indent=2) + '\n')
        return 0
    missing = [name for name in figures if name not in before]
    for name in slow:
        print(f'{name} has become more than {FACTOR} times as dear')
    for name in missing:
        print(f'{name} was never recorded for this kind of build')
    return 1 if slow or missing else 0


sys.exit(main())
