"""What is on the clipboard after the keys that copy, as another program gets it from the display."""
import json
import shutil
import subprocess
import sys

import clipboard
from driver import LESSON, PROGRAM, ROOT, Window, checks_of, run_checks

CUPS = 'tests/app/whatif/two_cups.json'


def told_by(*arguments):
    return subprocess.run([PROGRAM, *arguments], cwd=ROOT, text=True, capture_output=True, timeout=60,
                          check=True).stdout


def copied(w, key, action, **values):
    """Presses the key; the text that another program gets once the window has gone on to its next event."""
    state = w.press(key, action, done='yes', **values)
    w.ask()
    return state, clipboard.read(w.display.name)


def opened(display, lesson):
    w = Window(display, lesson)
    w.expect('recorded')
    return w


def check_output_is_copied_as_it_was_printed(display, folder):
    w = opened(display, LESSON)
    w.press('End', 'end')
    assert copied(w, 'ctrl+c', 'copy')[1] == told_by('run', LESSON)
    w.close()


def check_the_selected_thing_is_copied_with_its_fields(display, folder):
    w = opened(display, LESSON)
    for step in range(1, 15):
        w.press('Right', 'step', step=step)
    w.click(700, 410, 'select')
    text = copied(w, 'ctrl+c', 'copy')[1]
    assert text != told_by('run', LESSON) and text.count('\n') >= 3, text
    assert ': ' in text.splitlines()[0], text
    w.press('Escape', 'close', selected=0)
    printed = copied(w, 'ctrl+c', 'copy')[1]
    assert printed != text and told_by('run', LESSON).startswith(printed), printed
    w.close()


def check_the_chosen_row_of_the_inspector_is_copied(display, folder):
    """A field's value, a frame with its locals and what is evaluated of its line, a line of the history."""
    w = opened(display, 'tests/app/source/bakery.py')
    w.press('shift+l', 'choose-line', chosen=1)
    while w.ask('Down')[1]['chosen'] != '20':
        pass
    w.press('g', 'run-to', done='yes')
    w.press('Escape', 'close', chosen=0)
    w.press('e', 'by-expression', parts='yes')
    assert w.ask('Tab', 'Return')[1]['screen'] == 'inspect', w.state  # the frame that runs
    w.press('shift+Tab', 'panel-previous', screen='inspect', done='yes')
    text, told = copied(w, 'ctrl+c', 'copy')[1], ''
    assert text == "bake\n    name = 'Ann'\n    secs = 2\n    q = Queue, 0\n    order = 'rye'\n", text
    for _ in range(40):  # also while it waits for what it calls
        w.press('Right', 'step', screen='inspect')
        text = copied(w, 'ctrl+c', 'copy')[1]
        told = text if 'line so far' in text else told
        if 'len' in told:
            break
    assert told.splitlines()[-1] == '    line so far = price(2) = 1, len(order) = 3', told
    w.press('Escape', 'close', screen='stage')
    w.press('Tab', 'panel-next', done='yes')
    w.press('Return', 'inspect', screen='inspect')  # a task
    history = copied(w, 'ctrl+c', 'copy')[1]
    assert history[0].isdigit() and history.count('\n') == 0, history
    w.press('Down', 'down', done='yes')
    assert copied(w, 'ctrl+c', 'copy')[1] != history
    w.press('Tab', 'panel-next', done='yes')
    field = copied(w, 'ctrl+c', 'copy')[1]
    assert field and '\n' not in field and ': ' not in field, f'a field without its name is meant: {field}'
    while w.ask('Down')[0][0]['done'] == 'yes':
        pass
    text = copied(w, 'ctrl+c', 'copy')[1]
    assert text.startswith("<Task pending name='Task-1' coro=<main() running at "), f'repr() comes last: {text}'
    w.press('Left', 'step-back', screen='inspect')  # what was asked has changed nothing
    w.close()


def check_the_transcript_is_the_one_that_the_command_prints(display, folder):
    for lesson in LESSON, CUPS:
        w = opened(display, lesson)
        assert copied(w, 'ctrl+shift+c', 'copy-transcript')[1] == told_by('transcript', lesson)
        w.close()


def check_with_a_variant_on_the_stage_the_transcript_has_all_runs(display, folder):
    w = opened(display, CUPS)
    w.press('i', 'what-if', screen='what-if')
    w.listen(1)
    w.press('Return', 'enter', screen='stage', variant=1)
    text, at = copied(w, 'ctrl+shift+c', 'copy-transcript', variant=1)[1], 0
    for mark in ('What if, on the stage: The tea draws for five seconds\nTwo cups\n', '5.000  The program ends.\n',
                 'As it is: the lesson itself\n', '3.000  The program ends.\n',
                 'What if, on the stage: The tea draws for five seconds\n', 'What if: Nobody wants coffee any more\n',
                 'What if: There is no milk\n'):
        at = text.find(mark, at)
        assert at >= 0, f'{mark!r} does not come in its turn in:\n{text}'
    w.close()


def check_the_moment_that_is_copied_is_found_in_a_lesson(display, folder):
    w = opened(display, CUPS)
    for _ in range(12):
        w.press('Right', 'step')
    state, text = copied(w, 'l', 'copy-moment')
    selector = json.loads(text)
    lesson = json.loads((ROOT / CUPS).read_text())
    lesson['moments'] = [{'at': selector.get('at', selector), 'say': 'Here it is.'}]
    del lesson['variants'], lesson['$schema']
    shutil.copy((ROOT / CUPS).with_suffix('.py'), folder)
    copy = f'{folder}/two_cups.json'
    with open(copy, 'w') as file:
        json.dump(lesson, file)
    told = told_by('transcript', copy)
    assert f'{state["time"]}  Here it is.\n' in told, f'{selector}, copied at {state["time"]}:\n{told}'
    w.close()


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
