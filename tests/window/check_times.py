"""How long an author and a class wait: from the start to the first picture, from saving to the new state, for a step
among ten thousand tasks.

The figures are printed; the limits here are wide, since the machine may be busy and the build slow.
"""
import os
import pathlib
import shutil
import sys
import time

from driver import ROOT, Window, checks_of, run_checks

NAME = 'producer_consumer'
FACTOR = 10  # a busy machine, a build with sanitizers
START_MS, RELOAD_MS = 300, 200
FRAME_MS, STEP_MS = 16.6, 33  # of processor time
TICK = os.sysconf('SC_CLK_TCK')


def told(what, ms, limit):
    ms = sorted(ms)
    print(f'       {what}: {ms[len(ms) // 2]:.0f} ms median, {ms[-1]:.0f} ms at most; meant: {limit} ms')
    assert ms[len(ms) // 2] < FACTOR * limit, f'{what} takes {ms} ms'


def save(path, text):
    """As editors do: readers see the old file or the new one. Returns when it was there."""
    new = path.with_suffix('.new')
    new.write_text(text)
    os.rename(new, path)
    return time.monotonic()


def copied(folder):
    for end in '.json', '.py':
        shutil.copy(ROOT / 'scenarios/queues' / (NAME + end), folder)
    return pathlib.Path(folder, NAME + '.json'), pathlib.Path(folder, NAME + '.py')


def ms_since(start):
    return (time.monotonic() - start) * 1000


def check_start(display, folder):
    times = []
    for _ in range(5):
        start = time.monotonic()
        w = Window(display, ROOT / f'scenarios/queues/{NAME}.json', config=folder, placed=False)
        w.expect('shown')
        times.append(ms_since(start))
        w.place()
        w.close()
    told('start to first picture', times, START_MS)


def check_saving_shows_the_same_moment_soon(display, folder):
    lesson, program = copied(folder)
    text = program.read_text()
    w = Window(display, lesson, config=folder)
    w.expect('recorded')
    w.ask('Next', 'Next', 'Next', 'Next')
    before, times = w.ask('Left')[1], []
    for blank in range(1, 7):  # lines come above it, which moves all others
        start = save(program, '# saved\n' * blank + 'print("new")\n' * (blank > 3) + text)
        w.expect('file-changed', done='yes', screen='stage')
        state = w.expect('recorded', done='yes', time=before['time'])
        times.append(ms_since(start))
        steps = int(before['step']) + (blank > 3)
        assert int(state['step']) == steps, f'from {before["step"]} to {state["step"]}'
    told('saving the program to the new state', times, RELOAD_MS)
    times, text = [], lesson.read_text()
    for number in range(6):
        start = save(lesson, text.replace('"title": "', f'"title": "{number} ', 1))
        w.expect('file-changed', done='yes', screen='stage')
        w.expect('recorded', done='yes', time=before['time'])
        times.append(ms_since(start))
    told('saving the lesson to the new state', times, RELOAD_MS)
    w.close()


def check_a_mistake_shows_soon_over_the_last_good_state(display, folder):
    lesson, program = copied(folder)
    good, times = program.read_text(), []
    w = Window(display, lesson, config=folder)
    w.expect('recorded')
    w.ask('Next', 'Next')
    before = w.ask('Next')[1]
    for _ in range(4):
        start = save(program, good + 'def broken(:\n')
        w.expect('file-changed', done='no', screen='error', step=before['step'])
        times.append(ms_since(start))
        save(program, good)
        w.expect('file-changed', done='yes', screen='stage')
        w.expect('recorded', done='yes', step=before['step'])
    told('saving a mistake to its card', times, RELOAD_MS)
    w.close()


def spent_ms(w):
    fields = pathlib.Path(f'/proc/{w.process.pid}/stat').read_text().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICK


def check_steps_among_ten_thousand_tasks(display, folder):
    program = pathlib.Path(folder, 'crowd.py')
    text = (ROOT / 'tests/app/programs/crowd_1000.py').read_text()
    program.write_text(text.replace('COUNT = 1000', 'COUNT = 10000'))
    w = Window(display, program, config=folder)
    assert int(w.expect('recorded')['steps']) > 50000
    w.click(1300, 860, 'seek')
    for what, key, count, limit in ('a line', 'Right', 20, STEP_MS), ('a callback', 'shift+Right', 20, 2 * STEP_MS):
        w.listen(1)
        before = spent_ms(w)
        for _ in range(count):
            assert w.ask(key)[0][0]['done'] == 'yes'
        told(f'{what} forward, with its first frame', [(spent_ms(w) - before) / count], limit)
    w.ask('bracketleft', 'bracketleft')  # motions of a second and more
    w.listen(1)
    w.ask('Right')
    before, start = spent_ms(w), time.monotonic()
    time.sleep(0.4)
    frames = ms_since(start) * 60 / 1000
    told('a frame in motion, at 60 a second', [(spent_ms(w) - before) / frames], FRAME_MS)
    w.close()


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
