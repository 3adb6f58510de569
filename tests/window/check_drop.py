"""Files that are dropped on the window open, wherever one is in it."""
import pathlib
import shutil
import sys

from driver import LESSON, ROOT, Window, checks_of, run_checks
from drop import drop

BAKERY = ROOT / 'tests/app/source/bakery.py'


def check_a_lesson_dropped_on_the_list_opens(display, folder):
    w = Window(display, config=folder)
    w.ask()
    drop(w, ROOT / LESSON)
    w.expect('open', done='yes', screen='stage')
    w.expect('recorded', step=0)
    assert w.state['lesson'].endswith('producer_consumer.json'), w.state
    w.close()


def check_a_program_opens_whatever_is_open(display, folder):
    w = Window(display, LESSON, config=folder)
    w.expect('recorded')
    for keys in (['w'], ['Down', 'Return'], ['p'], ['i'], ['slash'], ['ctrl+o'], ['F1'], ['b'], ['shift+d'], ['8'],
                 ['space'], ['Escape'], ['Escape', 'slash']):
        w.ask('End', 'Left', *keys)
        drop(w, BAKERY)
        w.expect('open', done='yes', screen='stage', black='no', asks='no')
        w.expect('recorded', step=0)
        assert w.state['lesson'].endswith('bakery.py'), f'{keys}: {w.state}'
        drop(w, ROOT / LESSON)
        w.expect('open', done='yes', screen='stage')
        w.expect('recorded', step=0)
        if w.state['alone'] != '0':
            w.ask('Escape')
    w.close()


def check_names_with_blanks_and_letters_of_any_language(display, folder):
    own = pathlib.Path(folder, 'mi café 100%.py')
    shutil.copy(BAKERY, own)
    w = Window(display, LESSON, config=pathlib.Path(folder, 'config'))
    w.expect('recorded')
    drop(w, own)
    w.expect('open', done='yes', screen='stage')
    assert int(w.expect('recorded')['steps']) > 50
    w.close()


def check_of_several_the_last_stays_and_what_is_no_lesson_is_told(display, folder):
    w = Window(display, LESSON, config=folder)
    w.expect('recorded')
    drop(w, ROOT / LESSON, BAKERY)
    w.expect('open', done='yes')
    w.expect('open', done='yes')
    w.expect('recorded')
    assert w.state['lesson'].endswith('bakery.py'), w.state
    w.press('Right', 'step', step=1)
    drop(w, ROOT / 'LICENSE')
    w.expect('open', done='no', screen='error')
    w.press('Escape', 'close', screen='stage', step=1)
    drop(w, folder)
    w.expect('open', done='no', screen='error')
    w.press('Escape', 'close', screen='stage', step=1)
    w.close()


sys.exit(run_checks(checks_of(globals(), sys.argv[1:])))
