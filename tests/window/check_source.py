"""The source panel in a real window: going by parts, frames, tasks and lines; breakpoints; values."""
import pathlib
import sys
import time

from driver import PATIENCE, Window, checks_of, run_checks

PROGRAM = 'tests/app/source/bakery.py'
NUMBER_X, CODE_X, FIRST_Y, LINE = 90, 112, 132, 23  # middle of line 1; width of a character: 10.2


def y_of(line):
    return FIRST_Y + (line - 1) * LINE


def x_of(column):
    return CODE_X + 10.2 * column + 5


def click(w, x, y, action, **values):
    """The pointer's way there may reach the program after the click that follows it at once."""
    w.do('mousemove', str(x), str(y))
    time.sleep(0.1)
    return w.click(x, y, action, **values)


def changed(display, box, before):
    """Waits until the pixels of the box are others."""
    end = time.monotonic() + PATIENCE
    while cut(display, box) == before:
        assert time.monotonic() < end, f'nothing changed in {box}'
        time.sleep(0.05)


def cut(display, box):
    x0, y0, x1, y1 = box
    rows = display.picture().rows[y0:y1]
    return [row[3 * x0:3 * x1] for row in rows]


def check_stepping_by_expression(display, folder):
    w = Window(display, PROGRAM)
    w.expect('recorded')
    click(w, CODE_X + 4, y_of(13), 'choose-line', chosen=13)
    at = w.press('g', 'run-to', done='yes')['step']
    w.press('e', 'by-expression', parts='yes', part='no', step=at)
    for _ in range(5):
        w.press('Right', 'step', step=at, part='yes')
    w.press('Right', 'step', step=int(at) + 1, part='no')
    w.press('Left', 'step-back', step=at, part='yes')
    w.press('alt+Left', 'line-back', step=at, part='no')
    w.press('alt+Right', 'line', step=int(at) + 1, part='no')
    w.press('Left', 'step-back', step=at, part='yes')
    w.press('e', 'by-expression', parts='no', part='no', step=at)
    w.press('Escape', 'close', screen='stage', chosen=0)
    w.press('Home', 'start', step=0)
    w.close()


def check_frames_tasks_and_records(display, folder):
    w = Window(display, PROGRAM)
    w.expect('recorded')
    click(w, CODE_X + 4, y_of(18), 'choose-line', chosen=18)
    start = int(w.press('g', 'run-to', done='yes')['step'])
    into = int(w.press('n', 'into', done='yes')['step'])
    assert into == start + 1
    w.press('u', 'out', done='yes')
    back = int(w.press('shift+o', 'over-back', done='yes')['step'])
    assert back == start, back
    over = int(w.press('o', 'over', done='yes')['step'])
    assert over > start + 2
    w.press('shift+n', 'into-back', done='yes')
    w.press('shift+u', 'out-back', done='yes', step=start)
    w.press('a', 'task-only', done='yes', step=start + 1)
    w.press('shift+a', 'task-only-back', done='yes', step=start)
    w.press('v', 'output', done='yes')
    w.press('v', 'output', done='yes')
    w.press('shift+v', 'output-back', done='yes')
    w.press('x', 'exception', done='yes', time='1.000')
    w.press('Home', 'start')
    w.press('shift+x', 'exception-back', done='no', step=0)
    w.press('shift+g', 'run-back-to', done='no')
    w.close()


def check_breakpoints_stop_and_are_kept(display, folder):
    w = Window(display, PROGRAM, config=folder)
    steps = w.expect('recorded')['steps']
    click(w, NUMBER_X, y_of(13), 'breakpoint', breaks=1)
    click(w, NUMBER_X, y_of(15), 'breakpoint', breaks=2)  # blank: line 17 is meant
    click(w, NUMBER_X, y_of(17), 'breakpoint', breaks=1)
    first = int(w.press('End', 'end', done='yes', end='no')['step'])
    second = int(w.press('End', 'end', end='no')['step'])
    assert first < second
    w.press('End', 'end', end='yes', step=steps)
    w.press('shift+F8', 'breakpoint-back', step=second)
    w.press('shift+F8', 'breakpoint-back', step=first)
    w.press('F8', 'breakpoint-next', step=second)
    w.press('shift+d', 'breakpoint-if', breaks=1)
    w.do('type', "name ==")
    w.press('Return', 'breakpoint-if', done='no')
    w.do('type', " 'Bob'")
    w.press('Return', 'breakpoint-if', done='yes', breaks=1)
    w.press('Home', 'start', step=0)
    w.press('End', 'end', step=second, end='no')
    w.press('shift+d', 'breakpoint-if')
    w.do('key', 'Escape')
    w.press('Home', 'start', step=0, screen='stage')
    for _ in range(2):
        w.press('bracketright', 'faster')
    w.press('space', 'play', playing='yes')
    w.expect('stopped', step=second)
    w.close()
    kept = pathlib.Path(folder, 'coroscope', 'breakpoints').read_text()
    assert "13 name%20==%20'Bob'" in kept, kept
    w = Window(display, PROGRAM, config=folder)
    w.expect('recorded', breaks=1)
    w.press('End', 'end', step=second)
    w.press('d', 'breakpoint', breaks=0)
    w.press('End', 'end', end='yes')
    w.close()
    assert not pathlib.Path(folder, 'coroscope', 'breakpoints').read_text()


def check_lines_are_chosen_and_run_to(display, folder):
    w = Window(display, PROGRAM)
    w.expect('recorded')
    w.press('l', 'copy-moment', done='yes')
    w.press('shift+l', 'choose-line', chosen=1)
    w.press('Down', 'down', chosen=2)
    w.press('Up', 'up', chosen=1)
    w.press('Up', 'up', done='no', chosen=1)
    w.press('shift+l', 'choose-line', chosen=0)
    far = click(w, CODE_X + 4, y_of(21), 'run-to', repeat=2, done='yes')['step']
    click(w, CODE_X + 4, y_of(18), 'run-to', repeat=2, done='yes')  # behind: the last time before
    assert int(w.state['step']) < int(far), w.state
    w.close()


def check_a_name_shows_its_value(display, folder):
    w = Window(display, PROGRAM)
    w.expect('recorded')
    w.press('m', 'reduced-motion')
    click(w, CODE_X + 4, y_of(13), 'choose-line', chosen=13)
    w.press('g', 'run-to', done='yes')
    time.sleep(0.3)
    box = (200, y_of(14) - 8, 500, y_of(16))
    before = cut(display, box)
    w.do('mousemove', str(round(x_of(29))), str(y_of(13)))  # order
    w.expect('look')
    changed(display, box, before)
    shown = cut(display, box)
    w.do('mousemove', '900', '20')
    changed(display, box, shown)
    w.close()


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
