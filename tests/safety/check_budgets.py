"""Programs without an end, or beyond all measure: each stops within its budget, and its own message
says which one. The first line of a program names the limit that has to speak.

  check_budgets.py [FILE...]

Time is the process's own, not the clock's, so that a busy machine changes nothing: 2 seconds in a
usual build. A build with sanitizers may take SLOWER times as long.
"""
import os
import pathlib
import resource
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM, BUILD = os.environ['COROSCOPE'], pathlib.Path(os.environ.get('COROSCOPE_BUILD', '/nowhere'))
SECONDS, SLOWER, HANGS = 2, 15, 300
SAYS = {
    'instructions': 'it may loop for ever, or wait by polling',
    'memory': 'The program needs more',
    'output': 'it printed more than',
    'time': "its clock would go beyond",
}
ANY = (*SAYS.values(), 'RecursionError', 'MemoryError', 'tries too many ways', 'The recording ends here')


def is_sanitized():
    try:
        return 'COROSCOPE_SANITIZE:BOOL=ON' in (BUILD / 'CMakeCache.txt').read_text()
    except OSError:
        return False


def run(file):
    """(status, seconds of the processor, what it said)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run([PROGRAM, 'run', str(file)], capture_output=True, text=True, errors='replace',
                              timeout=HANGS, stdin=subprocess.DEVNULL,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (90, 90)))
    except subprocess.TimeoutExpired:
        return None, HANGS, 'no end'
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.returncode, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stderr


def judge(file, most):
    wanted = file.read_text().splitlines()[0].removeprefix('# limit: ')
    status, seconds, said = run(file)
    words = ANY if wanted == 'any' else (SAYS.get(wanted, wanted),)
    faults = []
    if status != 1 or 'Sanitizer' in said or 'runtime error' in said:
        faults.append(f'status {status}')
    if not any(word in said for word in words):
        faults.append(f'says no word of {wanted}')
    if seconds > most:
        faults.append(f'takes more than {most} s')
    if len(said) > 100000:
        faults.append(f'says {len(said)} characters')
    print(f'{"FAIL" if faults else "ok  "} {file.stem}: {seconds:.2f} s {"; ".join(faults)}', flush=True)
    if faults:
        print(said[-1000:])
    return bool(faults)


def main():
    files = [pathlib.Path(f) for f in sys.argv[1:]] or sorted((ROOT / 'tests/safety/budgets').glob('*.py'))
    most = SECONDS * (SLOWER if is_sanitized() else 1)
    bad = sum(judge(file, most) for file in files)
    print(f'{len(files) - bad} of {len(files)} programs stop within their budget')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
