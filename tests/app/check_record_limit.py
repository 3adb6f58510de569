"""--record-mib ends a recording that grows beyond it, with a message that says what to do."""
import os
import pathlib
import subprocess
import sys
import tempfile

COROSCOPE = os.environ['COROSCOPE']
PROGRAM = '''import asyncio


async def worker(number):
    for turn in range(1000):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[worker(number) for number in range(100)])
    print('all of it')


asyncio.run(main())
'''


def run(*args):
    done = subprocess.run([COROSCOPE, *args], capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = str(pathlib.Path(folder, 'long.py'))
        pathlib.Path(program).write_text(PROGRAM)
        status, out, errors = run('run', program)
        assert (status, out, errors) == (0, 'all of it\n', ''), errors
        status, out, errors = run('run', program, '--record-mib', '16')
        assert status == 1 and out == '', out
        assert 'no more than 16 MiB' in errors and '--record-mib N' in errors, errors
        for wrong in ('3', '-16', 'many', '16.5', '99999999999999999999'):
            status, out, errors = run('run', program, '--record-mib', wrong)
            assert status == 2 and f'"{wrong}"' in errors, errors
    print('a record keeps to its limit')


if __name__ == '__main__':
    sys.exit(main())
