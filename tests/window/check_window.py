"""A real window on a display of its own, driven by real key and pointer events.

The program says what it did on standard output (--log-actions); the display's memory is looked at
for the colours of the theme.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import picture
from driver import DARK_BAR, HEIGHT, LESSON, LIGHT_BAR, PATIENCE, PROGRAM, ROOT, WIDTH, Window, checks_of, run_checks


def check_keys_of_the_stage(display, folder):
    w = Window(display, LESSON)
    steps = int(w.expect('recorded', screen='stage', step=0)['steps'])
    assert steps > 50
    w.until_pixel(WIDTH // 2, 3, DARK_BAR)
    for step in 1, 2, 3:
        w.press('Right', 'step', step=step, time='0.000')
    w.press('Left', 'step-back', step=2)
    here = w.press('shift+Right', 'callback', done='yes')
    assert int(here['step']) > 2
    there = w.press('shift+Right', 'callback', done='yes')
    assert int(there['step']) > int(here['step'])
    w.press('shift+Left', 'callback-back', step=here['step'], record=here['record'])
    w.press('ctrl+Right', 'iteration', done='yes')
    w.press('End', 'end', step=steps, end='yes', time='10.000')
    w.press('Right', 'step', done='no', end='yes')
    w.press('Home', 'start', step=0, end='no')
    w.press('Left', 'step-back', done='no', step=0)
    w.press('Next', 'moment', moment=1)
    w.press('Next', 'moment', moment=2)
    w.press('Prior', 'moment-back', moment=1)
    w.close()


def check_a_clicker_is_never_stuck(display, folder):
    """Its two keys go on out of whatever is open."""
    w = Window(display, LESSON)
    w.expect('recorded', screen='stage', step=0)
    opens = [('p', 'predict', 'predict'), ('question', 'help', 'help'), ('slash', 'find', 'find'),
             ('ctrl+o', 'open-file', 'files'), ('w', 'why', 'why')]
    w.press('Next', 'moment', moment=1)
    for key, action, screen in opens:
        w.press(key, action, screen=screen)
        w.press('Next', 'moment', done='yes', screen='stage', moment=2)
        w.press(key, action, screen=screen)
        w.press('Prior', 'moment-back', done='yes', screen='stage', moment=1)
    w.press('b', 'black-screen')
    w.press('Next', 'moment', moment=2)  # lights it, and goes on
    w.press('p', 'predict', screen='predict')
    w.press('1', 'answer', done='yes')
    w.press('Next', 'moment', done='yes', screen='predict')  # confirms what is chosen
    w.press('Next', 'moment', screen='stage', moment=3)
    w.press('Escape', 'close', screen='picker')
    w.press('Next', 'moment', screen='stage', moment=4)
    w.close()


def check_bookmarks_come_back(display, folder):
    config = pathlib.Path(folder)
    w = Window(display, LESSON, config=config)
    w.expect('recorded')
    for _ in range(3):
        w.press('Right', 'step')
    w.press('k', 'bookmark', done='yes', step=3)
    w.close()
    assert ' 3 0 0 0 0' in (config / 'coroscope' / 'bookmarks').read_text()
    w = Window(display, LESSON, config=config)
    w.expect('recorded', step=0)
    w.press('period', 'bookmark-next', done='yes', step=3)
    w.press('period', 'bookmark-next', done='no', step=3)
    w.close()


def check_names_are_searched_and_gone_to(display, folder):
    w = Window(display, 'tests/app/source/bakery.py')
    w.expect('recorded', step=0)
    w.press('slash', 'find', screen='find')
    w.do('type', 'burn')
    w.expect('type', done='yes')
    w.press('Return', 'enter', done='yes', screen='stage')
    assert int(w.state['step']) > 0 or int(w.state['record']) > 0
    assert w.state['selected'] != '0'
    w.press('slash', 'find', screen='find')
    w.press('Escape', 'close', screen='stage')
    w.close()


def check_a_file_is_chosen_in_the_window(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    w.press('ctrl+o', 'open-file', screen='files')
    w.do('type', str(ROOT / 'tests/app/source/bakery.py'))
    w.expect('type', done='yes')
    w.listen(1)
    w.press('Return', 'enter', done='yes', screen='stage')
    w.expect('recorded')
    assert w.state['lesson'].endswith('bakery.py')
    w.close()


def check_a_double_click_on_a_file_with_a_mistake_shows_it(display, folder):
    """The second click may come before the card of mistakes is painted: it is for the list of files no more."""
    for number in range(8):
        pathlib.Path(folder, f'lesson_{number}.json').write_text('{"format": 1, "levell": 2}')
    w = Window(display, LESSON, config=pathlib.Path(folder, 'config'))
    w.expect('recorded')
    for row in 3, 8:
        w.press('ctrl+o', 'open-file', screen='files')
        w.do('type', folder)
        w.expect('type', done='yes')
        w.listen(1)
        w.press('Return', 'enter', screen='files')
        w.do('mousemove', '900', str(337 + 36 * row + 17), 'click', '--repeat', '2', '--delay', '1', '1')
        assert w.ask()[1]['screen'] == 'error', w.state
        w.ask('Down', 'Up')
        w.press('Escape', 'close', screen='stage')
    w.close()


def check_keys_of_the_window(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    w.press('t', 'theme', theme='light')
    w.until_pixel(WIDTH // 2, 3, LIGHT_BAR)
    w.press('t', 'theme', theme='contrast')
    w.press('t', 'theme', theme='dark')
    w.until_pixel(WIDTH // 2, 3, DARK_BAR)
    w.press('plus', 'zoom-in', zoom='1.125')
    w.press('minus', 'zoom-out', zoom='1')
    w.press('minus', 'zoom-out', zoom='0.875')
    w.press('0', 'zoom-reset', zoom='1')
    w.press('m', 'reduced-motion', motion='reduced')
    w.press('question', 'help', screen='help')
    w.do('key', 'Right')  # does nothing here, and says nothing
    w.press('Escape', 'close', screen='stage', step=0)
    w.press('F1', 'help', screen='help')
    w.press('F1', 'help', screen='stage')
    w.press('Escape', 'close', screen='picker')
    w.press('Return', 'enter', screen='stage')
    w.close()


def check_playing(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    w.press('bracketright', 'faster', speed='2')
    w.press('bracketright', 'faster', speed='4')
    w.press('bracketright', 'faster', speed='4', done='no')
    w.press('space', 'play', playing='yes')
    first = int(w.expect('played')['step'])
    assert int(w.expect('played')['step']) >= first
    w.press('Right', 'step', playing='no')
    w.press('space', 'play', playing='yes')
    w.press('space', 'play', playing='no')
    w.press('bracketleft', 'slower', speed='2')
    w.close()


def check_selecting(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    w.press('End', 'end')
    chosen = w.press('Tab', 'panel-next', done='yes')['selected']
    assert chosen != '0'
    assert w.press('Down', 'down', done='yes')['selected'] != chosen
    w.press('Up', 'up', selected=chosen)
    w.press('Return', 'inspect', screen='inspect')
    w.press('Escape', 'close', screen='stage', selected=chosen)
    w.press('Escape', 'close', screen='stage', selected=0)
    w.close()


def check_why_shows_causes_and_goes_to_them(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    w.press('End', 'end')
    w.press('w', 'why', done='no', screen='stage')  # nothing runs any more
    w.press('Left', 'step-back')
    w.press('w', 'why', screen='why')
    w.press('w', 'why', screen='stage')
    far = w.press('w', 'why', screen='why')
    w.press('Left', 'left', done='yes', screen='why')
    w.press('Right', 'right', done='yes')
    w.press('Right', 'right', done='yes')
    w.press('Right', 'right', done='no')
    w.press('Home', 'first', done='yes')
    w.press('F1', 'help', screen='help')
    w.press('Escape', 'close', screen='why')
    first = w.press('Return', 'enter', screen='stage', done='yes')
    assert int(first['step']) < int(far['step']), first
    w.close()


def check_the_inspector_follows_the_run(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    w.press('Return', 'inspect', done='no', screen='stage')  # nothing is selected
    for step in range(1, 15):
        w.press('Right', 'step', step=step)
    seat = w.click(700, 410, 'select')['selected']
    time.sleep(0.6)  # a click of its own, not the second of a double click
    w.click(700, 410, 'inspect', screen='inspect')
    w.press('Up', 'up', done='no')
    w.press('Down', 'down', done='yes')
    w.press('shift+Tab', 'panel-previous', done='yes')
    w.press('Tab', 'panel-next', done='yes')
    w.press('Right', 'step', step=15, screen='inspect')
    back = w.press('Return', 'enter', screen='inspect', selected=seat)
    assert int(back['step']) < 15, back
    w.press('w', 'why', screen='why')
    w.press('Escape', 'close', screen='stage')
    w.press('Return', 'inspect', screen='inspect')
    w.click(900, 20, 'close', screen='stage')
    w.close()


def check_predictions_ask_and_are_kept(display, folder):
    w = Window(display, LESSON, config=folder)
    w.expect('recorded')
    w.press('space', 'play')
    w.press('space', 'play', playing='no')
    w.press('Home', 'start', step=0)
    asked = w.press('shift+Right', 'callback')
    for _ in range(20):
        if asked['screen'] == 'predict':
            break
        asked = w.press('shift+Right', 'callback')
    assert asked['screen'] == 'predict', asked  # the lesson's first checkpoint
    w.press('Return', 'check', done='no', score='0/0')  # nothing is chosen
    w.press('Down', 'down', done='yes')
    w.press('9', 'answer', done='no')
    w.press('1', 'answer', done='yes')
    w.press('w', 'why', screen='predict')
    right = w.press('Return', 'check', done='yes', screen='predict')['score']
    assert right in ('0/1', '1/1'), right
    w.press('2', 'answer', done='no')
    w.press('Return', 'check', done='yes', screen='predict', score=right)
    w.press('Right', 'skip', screen='predict', score=right)
    w.press('p', 'predict', screen='stage')
    w.press('p', 'predict', screen='predict')
    w.press('F1', 'help', screen='help')
    w.press('Escape', 'close', screen='predict')
    w.press('Left', 'step-back', screen='stage')
    w.close()
    kept = pathlib.Path(folder, 'coroscope', 'progress').read_text().split('\n')[0].split()
    assert kept[0] == 'queues/producer-consumer' and '1' in kept[4:], kept


def check_what_ifs_stand_beside_the_run(display, folder):
    w = Window(display, 'tests/app/whatif/two_cups.json')
    w.expect('recorded', step=0)
    w.press('i', 'what-if', done='yes', screen='what-if')
    w.press('Left', 'step-back', done='no')
    time.sleep(1.5)  # the variant is recorded meanwhile: its end moves until then
    w.press('End', 'last', done='yes', screen='what-if')
    w.press('Right', 'step', done='no')
    w.press('Home', 'first', done='yes', time='0.000')
    w.press('Next', 'moment', done='yes', screen='what-if', time='2.000')  # a clicker stays in it
    w.press('Prior', 'moment-back', done='yes', screen='what-if', time='0.000')
    w.press('Up', 'up', done='yes')
    w.press('Down', 'down', done='yes')
    w.press('Down', 'down', done='yes')
    time.sleep(0.5)  # the second one is recorded
    w.press('Return', 'enter', done='yes', screen='stage')
    w.press('End', 'end', end='yes', time='1.000')  # a task is cancelled at 1
    w.press('i', 'what-if', done='yes', screen='stage', time='0.000')
    w.press('End', 'end', end='yes', time='3.000')
    w.press('i', 'what-if', screen='what-if')
    w.press('Return', 'enter', done='yes', screen='stage')
    w.press('Escape', 'close', done='yes', screen='stage')
    w.press('i', 'what-if', screen='what-if')
    w.press('Escape', 'close', screen='stage')
    w.press('Escape', 'close', screen='picker')
    w.close()
    w = Window(display, 'tests/app/source/bakery.py')
    w.expect('recorded')
    w.press('i', 'what-if', done='no', screen='stage')
    w.close()


def check_pointer(display, folder):
    w = Window(display, LESSON)
    steps = int(w.expect('recorded')['steps'])
    w.press('Right', 'step', step=1)
    w.click(660, 1036, 'step-back', step=0)  # the transport's first button
    far = w.click(1700, 850, 'seek')
    assert steps // 2 < int(far['step']) <= steps
    w.do('mousemove', '1000', '850', 'mousedown', '1')
    start = int(w.expect('seek')['step'])
    w.do('mousemove', '1400', '850')
    assert int(w.expect('seek')['step']) > start
    w.do('mousemove', '830', '850')
    assert int(w.expect('seek')['step']) < start
    w.do('mouseup', '1')
    w.do('mousemove', '900', '400')
    seat = w.click(700, 410, 'select')['selected']
    assert seat != '0'
    w.click(1890, 32, 'help', screen='help')
    w.press('Escape', 'close', screen='stage', selected=seat)
    w.close()


def check_the_window_shows_what_render_writes(display, folder):
    w = Window(display, LESSON)
    steps = w.expect('recorded')['steps']
    for key, action, step in ('Right', 'step', 1), ('End', 'end', steps), ('Left', 'step-back', steps):
        w.press(key, action, step=step)
    out = pathlib.Path(folder, 'picture.png')
    subprocess.run([PROGRAM, 'render', LESSON, '--step', steps, '--out', out], cwd=ROOT, check=True)
    expected, end = picture.read_png(out), time.monotonic() + PATIENCE
    top = HEIGHT - 40  # the pointer stands below
    while display.picture().rows[:top] != expected.rows[:top]:
        assert time.monotonic() < end, 'the window shows something else'
        time.sleep(0.1)
    w.close()


def check_settings_and_progress_are_kept(display, folder):
    w = Window(display, LESSON, config=folder)
    w.expect('recorded')
    w.press('t', 'theme')
    w.press('bracketright', 'faster', speed='2')
    w.press('Right', 'step', step=1)
    w.close()
    kept = pathlib.Path(folder, 'coroscope')
    lines = (kept / 'settings').read_text().splitlines()
    assert 'theme light' in lines and 'speed 3' in lines, lines
    assert (kept / 'progress').read_text().startswith('queues/producer-consumer 1 1 '), kept
    w = Window(display, LESSON, config=folder)
    w.until_pixel(WIDTH // 2, 3, LIGHT_BAR)
    w.press('bracketright', 'faster', speed='4')
    w.close()


def check_broken_settings_are_set_aside(display, folder):
    kept = pathlib.Path(folder, 'coroscope')
    kept.mkdir()
    (kept / 'settings').write_text('theme purple\n')
    w = Window(display, LESSON, config=folder)
    w.until_pixel(WIDTH // 2, 3, DARK_BAR)
    w.close()
    assert (kept / 'settings.broken').read_text() == 'theme purple\n'


def check_all_broken_files_are_told(display, folder):
    kept = pathlib.Path(folder, 'coroscope')
    kept.mkdir()
    names = ('settings', 'progress', 'breakpoints', 'bookmarks', 'files')
    heights = []
    for count in 1, 5:
        for name in names[:count]:
            (kept / name).write_bytes(b'\x00 garbage \xff\n')
        w = Window(display, LESSON, config=folder)
        w.expect('recorded', notice='yes')
        w.until_pixel(WIDTH - 18, HEIGHT - 40, 0xFF6E4E)  # the edge of its card
        rows = display.picture().rows
        heights.append(sum(row[3 * (WIDTH - 18):3 * (WIDTH - 17)] == b'\xff\x6e\x4e' for row in rows))
        w.close()
    assert all((kept / f'{name}.broken').exists() for name in names), sorted(kept.iterdir())
    assert heights[1] > 3 * heights[0], f'a card for one of {heights[0]} rows, for five of {heights[1]}'


def check_picker(display, folder):
    w = Window(display)
    w.until_pixel(WIDTH // 2, 3, DARK_BAR)
    w.press('End', 'last', screen='picker')
    w.press('Home', 'first', screen='picker')
    w.press('Right', 'right', done='yes')
    opened = w.press('Return', 'enter', screen='stage')['lesson']
    chapters = json.loads((ROOT / 'scenarios/index.json').read_text())['chapters']
    second = [lesson for chapter in chapters for lesson in chapter['lessons']][1]
    assert opened.endswith(second), opened
    w.expect('recorded')
    w.press('Right', 'step', step=1)
    w.press('Escape', 'close', screen='picker')
    w.click(560, 560, 'open', screen='stage', step=0)  # the first card
    w.press('Escape', 'close', screen='picker')
    w.click(150, HEIGHT - 60, 'open-file', screen='files')  # the place for files, below the chapters
    w.press('Escape', 'close', screen='picker')
    w.close()


def check_search_own_files_and_going_on_after_a_restart(display, folder):
    own = pathlib.Path(folder, 'my own.py')
    own.write_text('import asyncio\n\nasyncio.run(asyncio.sleep(1))\n')
    w = Window(display, own, config=folder)
    w.expect('recorded', screen='stage')
    w.close()
    w = Window(display, config=folder)
    w.press('slash', 'search', screen='search')
    for letter in 'bxounded':
        w.press(letter, 'type', screen='search')
        if letter == 'x':
            w.press('BackSpace', 'erase', done='yes')
    assert w.press('Return', 'enter', screen='stage')['lesson'].endswith('producer_consumer.json')
    w.expect('recorded')
    for step in 1, 2, 3:
        w.press('Right', 'step', step=step)
    w.close()
    w = Window(display, config=folder)
    w.press('Return', 'enter', screen='stage')
    w.expect('recorded', step=3)
    w.press('Escape', 'close', screen='picker')
    w.press('slash', 'search', screen='search')
    w.press('Escape', 'close', screen='picker')
    w.press('End', 'last')
    assert w.press('Return', 'enter', screen='stage')['lesson'].endswith('/my')  # up to the blank
    w.close()


def check_search_prefers_a_word_that_begins_so(display, folder):
    w = Window(display, config=folder)
    w.press('slash', 'search', screen='search')
    w.do('type', 'lock')  # also in "one clock", of an earlier chapter
    for _ in 'lock':
        w.expect('type', done='yes')
    assert w.press('Return', 'enter', screen='stage')['lesson'].endswith('locks/one_till.json'), w.state
    w.close()


def check_projector_kit(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    w.until_pixel(WIDTH // 2, 3, DARK_BAR)
    w.press('b', 'black-screen')
    w.until_pixel(WIDTH // 2, 3, 0)
    w.press('1', 'black-screen', panels='127')  # lifts it, and does nothing else
    w.until_pixel(WIDTH // 2, 3, DARK_BAR)
    w.press('8', 'caption-only', alone=1)
    w.press('Right', 'step', step=1)
    w.press('9', 'source-only', alone=2)
    w.press('Escape', 'close', alone=0, screen='stage')
    w.press('h', 'pointer-trail', trail='yes')
    w.press('ctrl+shift+c', 'copy-transcript', done='yes')
    w.close()


def check_caption_and_controls_come_and_go_and_are_kept(display, folder):
    w = Window(display, LESSON, config=folder)
    w.expect('recorded', panels=127)
    w.press('6', 'panel-6', panels=127 - 32)
    w.press('7', 'panel-7', panels=127 - 32 - 64)
    w.press('Right', 'step', step=1)
    w.press('ctrl+c', 'copy', done='yes')
    w.close()
    w = Window(display, LESSON, config=folder)
    w.expect('recorded', panels=127 - 32 - 64)
    w.press('6', 'panel-6', panels=127 - 64)
    w.press('7', 'panel-7', panels=127)
    w.close()


def check_spotlight_goes_from_panel_to_panel(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    seen = []
    while len(seen) < 20 and (not seen or seen[-1] != '0'):
        seen.append(w.press('s', 'spotlight', spotlight='yes')['spot'])
    assert len(seen) >= 6 and len(set(seen)) == len(seen), f'from panel to panel: {seen}'
    w.press('s', 'spotlight')
    w.press('shift+s', 'spotlight-off', done='yes', spotlight='no', spot=0)
    w.press('shift+s', 'spotlight-off', done='no')
    w.close()


def check_dragging_in_the_lanes_of_a_what_if(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    w.ask('i')
    while w.ask('End')[0][0]['done'] == 'no':  # until both runs stand there
        time.sleep(0.05)
    time.sleep(1.5)  # and have all of their lanes
    w.ask('Home')
    for y in range(200, 700, 20):
        w.do('mousemove', '1000', str(y), 'click', '1')
        if any(line['action'] == 'seek' for line in w.ask()[0]):
            break
    assert w.state['screen'] == 'what-if', 'no lane was found'
    there = w.state['time']
    w.do('mousemove', '1000', str(y), 'mousedown', '1')
    w.ask()
    for x in 1200, 1400, 1600:
        w.do('mousemove', str(x), str(y + 300))
        w.ask()
    w.do('mouseup', '1')
    assert float(w.ask()[1]['time']) > float(there), 'the pointer draws nothing along'
    w.close()


def check_mistakes(display, folder):
    w = Window(display, ROOT / 'tests/lessons/bad/level_unknown.json')
    w.press('Down', 'down', screen='error')
    w.press('t', 'theme', screen='error', theme='light')
    w.press('r', 'reload', screen='error', done='no')
    w.press('Escape', 'close', screen='picker')
    w.press('Return', 'enter', screen='stage')
    w.close()


def check_broken_program(display, folder):
    program = pathlib.Path(folder, 'broken.py')
    program.write_text('import asyncio\n\nasync def main(:\n    pass\n')
    w = Window(display, program)
    w.press('F1', 'help', screen='help')
    w.press('Escape', 'close', screen='error')
    program.write_text('import asyncio\n\nasync def main():\n    pass\n\nasyncio.run(main())\n')
    w.expect('file-changed', screen='stage', done='yes')
    w.expect('recorded', step=0)
    w.close()


def check_saving_reloads_at_the_same_step(display, folder):
    for name in 'producer_consumer.json', 'producer_consumer.py':
        shutil.copy(ROOT / 'scenarios/queues' / name, folder)
    lesson, program = (pathlib.Path(folder, 'producer_consumer' + end) for end in ('.json', '.py'))
    text = program.read_text()
    w = Window(display, lesson)
    w.expect('recorded')
    w.press('Right', 'step', step=1)
    w.press('Right', 'step', step=2)
    program.write_text(text + '\n\nprint("the end")\n')
    w.expect('file-changed', done='yes', screen='stage')
    w.expect('recorded', step=2)
    program.write_text('print(\n')
    w.expect('file-changed', done='no', screen='error')
    w.press('Escape', 'close', screen='stage', step=2)
    w.press('Right', 'step', step=3)
    program.write_text(text)
    w.expect('file-changed', done='yes', screen='stage')
    w.expect('recorded', step=3)
    w.close()


def check_saving_keeps_a_moment_between_two_steps(display, folder):
    for name in 'producer_consumer.json', 'producer_consumer.py':
        shutil.copy(ROOT / 'scenarios/queues' / name, folder)
    lesson, program = (pathlib.Path(folder, 'producer_consumer' + end) for end in ('.json', '.py'))
    text = program.read_text()
    w = Window(display, lesson)
    w.expect('recorded')
    between = w.press('ctrl+Right', 'iteration', done='yes')
    assert between['record'] != '0', f'not between two steps: {between}'
    program.write_text(text + '\n\nprint("the end")\n')
    w.expect('file-changed', done='yes')
    w.expect('recorded')
    _, there = w.ask()
    assert (there['step'], there['record']) == (between['step'], between['record']), there
    w.close()


def check_without_a_display_it_says_so(display, folder):
    hidden = ('DISPLAY', 'WAYLAND_DISPLAY', 'SDL_VIDEODRIVER')
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run([PROGRAM, LESSON], cwd=ROOT, env=environment, text=True, capture_output=True,
                          timeout=PATIENCE)
    assert done.returncode == 1, done
    assert 'No window can be opened' in done.stderr, done.stderr


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
