"""What a window costs that nobody touches: processor time of its process, with nothing that moves in it.

The figures are printed, in per cent of a core; they are meant to be under 1, and fail only where they are gross: over 5.
IDLE_SECONDS says how long each is measured.
"""
import os
import pathlib
import sys
import time

from driver import LESSON, Window, checks_of, run_checks

SECONDS = float(os.environ.get('IDLE_SECONDS', 6))
MEANT, GROSS = 1, 5
TICK = os.sysconf('SC_CLK_TCK')


def spent(process):
    """Seconds of processor time, of the program and of the kernel for it."""
    fields = pathlib.Path(f'/proc/{process.pid}/stat').read_text().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def until_quiet(w, seconds=90):
    """Timelines of all lessons are recorded in spare time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        before = spent(w.process)
        w.listen(1)
        if spent(w.process) - before < 0.05:
            return
    raise AssertionError('it goes on working')


def measure(w, what):
    w.listen(2)  # what it had to finish
    before = spent(w.process)
    assert not w.listen(SECONDS), f'{what}: something was done: {w.state}'
    share = (spent(w.process) - before) / SECONDS * 100
    print(f'       {what}: {share:.2f} % of a core over {SECONDS:.0f} s; meant: under {MEANT} %')
    assert share < GROSS, f'{what}: an idle window takes {share:.1f} % of a core'


def check_an_idle_stage(display, folder):
    w = Window(display, LESSON, config=folder)
    w.expect('recorded')
    measure(w, 'before the first step')
    for _ in range(12):
        w.press('Right', 'step')
    measure(w, 'in the middle')
    w.press('End', 'end')
    measure(w, 'at the end')
    w.close()


def check_idle_places_beside_the_stage(display, folder):
    w = Window(display, LESSON, config=folder)
    w.expect('recorded')
    w.press('question', 'help', screen='help')
    measure(w, 'help')
    w.press('Escape', 'close', screen='stage')
    w.press('p', 'predict', screen='predict')
    measure(w, 'predict')
    w.press('Escape', 'close', screen='stage')
    w.press('Escape', 'close', screen='picker')
    w.listen(3)
    until_quiet(w)
    measure(w, 'list of lessons')
    w.press('slash', 'search', screen='search')
    measure(w, 'search')
    w.close()


def check_an_idle_window_with_a_thousand_tasks(display, folder):
    w = Window(display, 'tests/app/programs/crowd_1000.py', config=folder)
    w.expect('recorded')
    w.press('End', 'end')
    measure(w, 'a thousand tasks')
    w.close()


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
