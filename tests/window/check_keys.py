"""Every key of the help table in every mode, and a monkey that presses what comes to its mind.

The table is read from app/input/keys.c. Without arguments: the keys of the card of mistakes, and a
monkey that does 1,500 things; the number and a seed may be given: check_keys.py 20000 7.
`check_keys.py all` presses every key in every mode too, which takes minutes and a machine that
answers in time: it is no part of the tests that always run.
"""
import pathlib
import random
import re
import shutil
import sys
import tempfile
import time

from driver import HEIGHT, LESSON, PATIENCE, ROOT, WIDTH, Display, Window

ERROR = ROOT / 'tests/lessons/bad/level_unknown.json'
NAMED = {'KEY_SPACE': 'space', 'KEY_LEFT': 'Left', 'KEY_RIGHT': 'Right', 'KEY_UP': 'Up', 'KEY_DOWN': 'Down',
         'KEY_HOME': 'Home', 'KEY_END': 'End', 'KEY_PAGE_UP': 'Prior', 'KEY_PAGE_DOWN': 'Next', 'KEY_TAB': 'Tab',
         'KEY_ENTER': 'Return', 'KEY_ESCAPE': 'Escape', 'KEY_BACKSPACE': 'BackSpace', 'KEY_DELETE': 'Delete'}
TYPED = {'[': 'bracketleft', ']': 'bracketright', '<': 'less', '>': 'greater', ',': 'comma', '.': 'period',
         '+': 'plus', '-': 'minus', '?': 'question', '/': 'slash', '1..9': '3', 'A..E': 'b'}
MODS = {'MOD_CTRL': 'ctrl', 'MOD_SHIFT': 'shift', 'MOD_ALT': 'alt'}
# How each mode is reached from the stage; what every mode is called in the log.
WAYS = {'stage': [], 'picker': ['Escape'], 'search': ['Escape', 'slash'], 'help': ['F1'], 'why': ['w'],
        'inspect': ['Down', 'Return'], 'predict': ['p']}
QUITS = 'ctrl+q'
KINDS = (['key'] * 12 + ['move'] * 3 + ['click'] * 3 + ['wheel', 'drag', 'type'])


class Binding:
    def __init__(self, key, action, places):
        self.key, self.action, self.places = key, action, places


def read_places(text, table):
    """The names of the places, as a log calls them, by the names of the C constants."""
    places = {f'IN_{name.upper()}': {name} for name in [*WAYS, 'error']}
    places['IN_ALL'] = set(WAYS) - {'search'} | {'error'}
    for name, value in re.findall(r'(IN_[A-Z]+) = ((?:IN_[A-Z]+ ?\|?\s*)+)[,}\n]', table):
        places[name] = set().union(*(places.get(part, set()) for part in re.findall(r'IN_[A-Z]+', value)))
    return places


def keysym(key, mods, typed):
    if typed != 'NULL':
        typed = typed.strip('"')
        return TYPED.get(typed, typed)
    number = re.fullmatch(r'KEY_F1(?: \+ (\d+))?', key)
    name = f'F{1 + int(number[1] or 0)}' if number else NAMED.get(key) or key.strip("'")
    return '+'.join([MODS[mod] for mod in re.findall(r'MOD_\w+', mods)] + [name])


def read_table():
    header = (ROOT / 'app/input/keys.h').read_text()
    table = (ROOT / 'app/input/keys.c').read_text()
    names = dict(re.findall(r'X\((\w+), "([\w-]+)"\)', header))
    places = read_places(header, table)
    row = re.compile(r"\{(KEY_\w+(?: \+ \d+)?|'.'|0), ([\w| ]+), (NULL|\"[^\"]+\"),\s*ACTION_(\w+),\s*([\w| ]+),"
                     r'\s*(?:true|false),\s*TEXT_\w+\}')
    found = []
    for key, mods, typed, action, where in row.findall(table):
        there = set().union(*(places.get(part, set()) for part in re.findall(r'IN_[A-Z]+', where)))
        found.append(Binding(keysym(key, mods, typed), names[action], there))
    assert len(found) > 60, 'the table of keys is written in another way'
    return found


def go_to(w, mode):
    """From wherever it is. The stage stands at a place where something runs and can be asked."""
    for _ in range(20):
        if w.state['screen'] == 'picker':
            break
        w.press('Escape', 'close')
    assert w.state['screen'] == 'picker', f'the list of lessons cannot be reached: {w.state}'
    w.do('key', '--clearmodifiers', 'slash')
    w.do('type', '--delay', '5', 'bounded')
    w.press('Return', 'enter', screen='stage')
    w.expect('recorded')
    w.press('End', 'end')
    w.press('Left', 'step-back', screen='stage')
    for key in WAYS[mode]:
        w.do('key', '--clearmodifiers', key)
    end = time.monotonic() + PATIENCE
    while w.state['screen'] != mode and time.monotonic() < end:
        w.listen()
    assert w.state['screen'] == mode, f'{mode} cannot be reached: {w.state}'


def wait_for_it(w):
    """Until what a key did is done: by a key that does the same everywhere but where letters are typed."""
    if w.state['screen'] == 'search':
        w.listen(0.2)
    else:
        w.press('0', 'zoom-reset')


def press_all(w, mode, back):
    known = read_table()
    for binding in known:
        if binding.key == QUITS:
            continue
        if mode not in binding.places:
            w.do('key', '--clearmodifiers', binding.key)  # may do nothing, or something else
            wait_for_it(w)
        else:
            w.press(binding.key, binding.action)
        if binding.action in ('black-screen', 'full-screen') and mode in binding.places:
            w.press(binding.key, binding.action)
        if binding.action == 'breakpoint-if':
            w.do('key', 'Escape')  # its condition is not told
        if w.state['screen'] != mode or w.state['playing'] == 'yes':
            back(w, mode)


def check_every_key_in_every_mode(display, folder):
    for mode in WAYS:
        w = Window(display, LESSON)
        w.expect('recorded')
        go_to(w, mode)
        press_all(w, mode, go_to)
        w.close()


def check_every_key_on_the_card_of_mistakes(display, folder):
    def again(w, mode):
        w.close()
        w.__init__(display, ERROR)
        w.state = {'screen': 'error', 'playing': 'no'}

    w = Window(display, ERROR)
    w.state = {'screen': 'error', 'playing': 'no'}
    press_all(w, 'error', again)
    w.close()


# ---- The monkey ------------------------------------------------------------------------------------------


def thing(chance, keys):
    """One random thing as words for xdotool."""
    x, y = chance.randrange(160, WIDTH), chance.randrange(HEIGHT)  # breakpoints are kept: not in the gutter
    kind = chance.choice(KINDS)
    if kind == 'key':
        return f'key --delay 1 {chance.choice(keys)}'
    if kind == 'move':
        return f'mousemove {x} {y}'
    if kind == 'wheel':
        return f'mousemove {x} {y} click --repeat {chance.randrange(1, 4)} --delay 1 {chance.choice((4, 5))}'
    if kind == 'drag':
        return f'mousemove {x} {y} mousedown 1 mousemove {chance.randrange(160, WIDTH)} {y} mouseup 1'
    if kind == 'type':
        return f'key --delay 1 {chance.choice(("slash q u e u e", "x y z", "a equal 1", "slash s l e e p"))}'
    return f'mousemove {x} {y} click --repeat {chance.randrange(1, 3)} --delay 1 1'


def tidy(w):
    """Looks as it did at first; what was switched on is switched off."""
    while w.listen(1):
        pass  # until all that it did is done
    w.do('key', 'Escape')  # a black screen, or a condition that is typed
    w.press('F1', 'help')
    while w.state['screen'] != 'help':
        w.press('F1', 'help')
    go_to(w, 'stage')
    switches = [('t', 'theme', 'theme', 'dark'), ('m', 'reduced-motion', 'motion', 'full'),
                ('j', 'projector', 'projector', 'no'), ('s', 'spotlight', 'spotlight', 'yes'),
                ('h', 'pointer-trail', 'trail', 'no'), ('8', 'caption-only', 'alone', ('0', '2')),
                ('9', 'source-only', 'alone', '0'), ('e', 'by-expression', 'parts', 'no'),
                ('f', 'full-screen', 'full', 'no'), ('bracketright', 'faster', 'speed', '4'),
                ('bracketleft', 'slower', 'speed', '1')]
    for key, action, name, wanted in switches:
        for _ in range(6):
            if w.state[name] == wanted or w.state[name] in wanted and isinstance(wanted, tuple):
                break
            w.press(key, action)
        assert w.state[name] == wanted or w.state[name] in wanted, f'{name} stays {w.state[name]}'
    w.press('0', 'zoom-reset', zoom='1')
    for panel in range(5):
        if not int(w.state['panels']) & 1 << panel:
            w.press(str(panel + 1), f'panel-{panel + 1}')
    go_to(w, 'stage')


def first_picture(w, display):
    """After Home, without the pointer, once nothing moves any more."""
    w.do('mousemove', '5', str(HEIGHT - 5))
    w.press('Home', 'start', step=0)
    end, last = time.monotonic() + PATIENCE, None
    while time.monotonic() < end:
        time.sleep(0.7)
        now = display.picture()
        if last and now.rows == last.rows:
            return now
        last = now
    raise AssertionError('the picture does not come to rest')


def difference(a, b):
    rows = [y for y, (one, other) in enumerate(zip(a.rows, b.rows)) if one != other]
    return f'{len(rows)} rows, from {rows[0]} to {rows[-1]}' if rows else ''


def check_monkey(display, folder):
    count = int(sys.argv[1]) if sys.argv[1:] and sys.argv[1] != 'all' else 1500
    seed = int(sys.argv[2]) if sys.argv[2:] else 1
    chance = random.Random(seed)
    # What is kept beyond a lesson, and what ends the program, is left out.
    keys = [b.key for b in read_table() if b.action not in ('quit', 'breakpoint', 'breakpoint-if')]
    w = Window(display, LESSON)
    w.expect('recorded')
    go_to(w, 'stage')
    before = first_picture(w, display)
    for done in range(0, count, 100):
        things = [thing(chance, keys) for _ in range(min(100, count - done))]
        w.do(*' '.join(things).split())
        w.listen(0.05)
        assert w.process.poll() is None, f'it ended after {done} things of seed {seed}: {"".join(w.errors)}'
    tidy(w)
    after = first_picture(w, display)
    assert not difference(before, after), f'seed {seed}: another picture: {difference(before, after)}'
    w.close()


def main():
    if not shutil.which('Xvfb') or not shutil.which('xdotool'):
        print('The window is tested with Xvfb and xdotool. On Debian: apt-get install xvfb xdotool')
        return 1
    failed = 0
    with tempfile.TemporaryDirectory() as pictures:
        display = Display(pictures)
        checks = [check for name, check in globals().items() if name.startswith('check_')]
        try:
            wanted = {'all': checks, '': checks[1:]}.get(''.join(sys.argv[1:2]), checks[-1:])
            for check in wanted:
                with tempfile.TemporaryDirectory() as folder:
                    failed += not run(check, display, folder)
        finally:
            display.close()
    print(f'{failed} checks failed')
    return 1 if failed else 0


def run(check, display, folder):
    name, start = check.__name__.removeprefix('check_').replace('_', ' '), time.monotonic()
    try:
        check(display, folder)
        print(f'ok     {name} ({time.monotonic() - start:.1f} s)')
        return True
    except AssertionError as error:
        print(f'failed {name}: {error}')
        return False
    finally:
        Window.kill_all()


sys.exit(main())
