"""errors.txt says what the CPython 3.13 that is found here says; without one there is nothing to do."""
import pathlib
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / 'oracle'))
import golden

if not golden.find_python():
    print('CPython 3.13 is not here: nothing was compared')
    sys.exit(0)
sys.exit(subprocess.run([sys.executable, TESTS / 'syntax' / 'errors.py', 'current']).returncode)
