"""What is seen in a real window where a scene alone does not show it: after a mistake is mended, without motion, and
while a call blocks."""
import pathlib
import shutil
import sys
import time

from driver import HEIGHT, PATIENCE, ROOT, Window, checks_of, run_checks

NAME = 'producer_consumer'
BLOCKING = '''import asyncio
import time


async def main():
    other = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    time.sleep(3)
    await other


asyncio.run(main())
'''
BAR, LANE = (672, 318, 1114, 332), (800, 876, 1780, 892)  # of the running slot; of the task that blocks
AMBER, FAILED = 0xFFB733, 0xFF6E4E  # of the dark theme
FOOT = 40  # the pointer lies there


def settled(display, rest=0.4):
    """The picture, once nothing moves in it any more; without the pointer's place."""
    end, last = time.monotonic() + PATIENCE, None
    while time.monotonic() < end:
        now = display.picture().rows[:HEIGHT - FOOT]
        if last == now:
            return now
        last = now
        time.sleep(rest)
    raise AssertionError('the picture does not come to rest')


def colour(row, x):
    return int.from_bytes(row[3 * x:3 * x + 3], 'big')


def count(rows, wanted, box=None):
    x0, y0, x1, y1 = box or (0, 0, len(rows[0]) // 3, len(rows))
    return sum(colour(row, x) == wanted for row in rows[y0:y1] for x in range(x0, x1))


def differing(a, b):
    """Where two pictures differ: (x, y)."""
    return [(x, y) for y, (one, other) in enumerate(zip(a, b)) if one != other
            for x in range(len(one) // 3) if one[3 * x:3 * x + 3] != other[3 * x:3 * x + 3]]


def copy(folder):
    for end in '.json', '.py':
        shutil.copy(ROOT / 'scenarios/queues' / (NAME + end), folder)


# ---- Mistakes --------------------------------------------------------------------------------------------


def mend(display, folder, ending, spoilt):
    copy(folder)
    file = pathlib.Path(folder, NAME + ending)
    good = file.read_text()
    w = Window(display, pathlib.Path(folder, NAME + '.json'), config=pathlib.Path(folder, 'config'))
    w.expect('recorded')
    for _ in range(6):
        w.ask('Right')
    before = settled(display)
    file.write_text(spoilt(good))
    w.expect('file-changed', done='no', screen='error', step=6)
    broken = settled(display)
    assert count(broken, FAILED) > 300, 'no line is marked'
    faded = sum(one != other for one, other in zip(before, broken))
    assert faded > len(before) * 0.9, f'the last good state is not dimmed behind the card: {faded} rows'
    file.write_text(good)
    w.expect('file-changed', done='yes', screen='stage')
    w.expect('recorded', step=6)
    after = settled(display)
    assert after == before, f'other pixels than before the mistake: {len(differing(before, after))}'
    w.close()


def check_a_file_that_is_emptied_and_then_written_is_no_mistake(display, folder):
    """Some editors save so."""
    copy(folder)
    lesson = pathlib.Path(folder, NAME + '.json')
    text = lesson.read_text()
    w = Window(display, lesson, config=pathlib.Path(folder, 'config'))
    w.expect('recorded')
    for blanks in range(1, 9):
        with open(lesson, 'w') as file:
            time.sleep(0.03)
            file.write('\n' * blanks + text)
        w.expect('file-changed', done='yes', screen='stage')
        w.expect('recorded')
    with open(lesson, 'w') as file:
        w.expect('file-changed', done='no', screen='error')  # it stays empty
        file.write(text)
    w.expect('file-changed', done='yes', screen='stage')
    w.close()


def check_what_is_saved_while_it_is_read_is_not_lost(display, folder):
    program = pathlib.Path(folder, 'quick.py')
    program.write_text('print(0)\n')
    w = Window(display, program, config=pathlib.Path(folder, 'config'))
    w.expect('recorded')
    for last in range(1, 4):
        end = time.monotonic() + 0.4
        while time.monotonic() < end:  # so often that one comes while another is read
            program.write_text('print(1)\n' * 300)
            program.write_text('print(1)\n' * 301)
        program.write_text('print(1)\n' * last)
        end = time.monotonic() + PATIENCE
        while w.ask()[1]['steps'] != str(last) and time.monotonic() < end:
            time.sleep(0.1)
        assert w.state['screen'] == 'stage' and w.state['steps'] == str(last), f'it shows another program: {w.state}'
    w.close()


def check_a_mended_program_is_painted_as_before(display, folder):
    mend(display, folder, '.py', lambda text: text.replace('async def main(', 'async def main(:', 1))


def check_a_mended_lesson_is_painted_as_before(display, folder):
    mend(display, folder, '.json', lambda text: text.replace('"level"', '"leevel"', 1))


# ---- Reduced motion ---------------------------------------------------------------------------------------


def check_without_motion_a_corner_marks_what_changed(display, folder):
    w = Window(display, ROOT / f'scenarios/queues/{NAME}.json', config=folder)
    w.expect('recorded')
    places = []
    w.ask('bracketleft', 'bracketleft')  # motions of half a second and more
    for _ in range(9):
        w.ask('Right')
    for _ in range(2):
        w.ask('Right')
        moved = settled(display)
        w.ask('Left', 'm', 'Right')
        time.sleep(0.15)  # until the frame is on the screen
        at_once = display.picture().rows[:HEIGHT - FOOT]
        still = settled(display)
        assert at_once == still, 'something moves in spite of it'
        marks = differing(moved, still)
        assert 20 < len(marks) < 4000, f'{len(marks)} pixels are other than with motion'
        amber = sum(colour(still[y], x) == AMBER for x, y in marks)
        assert amber > len(marks) / 2, f'of {len(marks)} pixels {amber} are amber'
        places.append(set(marks))
        w.ask('m')
        assert settled(display) == moved, 'the corners stay when motion comes back'
    assert places[0] != places[1], 'the corners are those of the step before'
    w.close()


# ---- Blocking ---------------------------------------------------------------------------------------------


def stripes(rows, box):
    """How often a row of the box goes from amber to something else and back: each stripe does it once."""
    x0, y0, x1, y1 = box
    row = rows[(y0 + y1) // 2]
    amber = [colour(row, x) == AMBER for x in range(x0, x1)]
    return sum(a and not b for a, b in zip(amber, amber[1:]))


def step_over_the_sleep(w, *keys):
    w.ask('Home', 'shift+l')
    while w.state['chosen'] != '8':
        w.ask('Down' if int(w.state['chosen']) < 8 else 'Up')
    w.ask('g', 'Escape', *keys)
    time.sleep(1.5)
    w.ask('Right')


def check_stripes_grow_while_a_call_blocks(display, folder):
    program = pathlib.Path(folder, 'blocking.py')
    program.write_text(BLOCKING)
    w = Window(display, program, config=pathlib.Path(folder, 'config'))
    w.expect('recorded')
    w.ask('bracketleft', 'bracketleft')
    step_over_the_sleep(w)
    seen, end = [], time.monotonic() + 2.6  # it lasts for 3.6 seconds
    while time.monotonic() < end:
        rows = display.picture().rows
        seen.append((stripes(rows, BAR), stripes(rows, LANE)))
        time.sleep(0.2)
    for of, grown in ('running slot', [bar for bar, _ in seen]), ('lane', [lane for _, lane in seen]):
        assert grown == sorted(grown) and grown[-1] > grown[0] + 5, f'the stripes of the {of}: {grown}'
    assert len({bar for bar, _ in seen}) > 3, f'they do not grow little by little: {seen}'
    step_over_the_sleep(w, 'm')
    time.sleep(0.15)
    rows = display.picture().rows
    assert stripes(rows, BAR) == 0 and stripes(rows, LANE) > 20, 'without motion all of it is over at once'
    assert settled(display) == rows[:HEIGHT - FOOT]
    w.close()


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
