"""CPython's asyncio tests in the engine: what passed when it was recorded still passes."""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.exit(subprocess.run([sys.executable, HERE / 'run_suite.py', 'check', '--engine',
                         os.environ['COROSCOPE'], '--seconds',
                         os.environ.get('COROSCOPE_SUITE_SECONDS', '240')]).returncode)
