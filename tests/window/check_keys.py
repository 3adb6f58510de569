"""Every key of the help table in every mode, and a monkey that presses what comes to its mind.

The table is read from app/input/keys.c, and each key must do in each mode what the table says, and
nothing else; the last one ends the program there. The monkey does 1,500 things; with a number, and a
seed, there is only the monkey: check_keys.py 20000 7.
"""
import pathlib
import random
import re
import sys
import time

from driver import HEIGHT, LESSON, PATIENCE, ROOT, WIDTH, Window, checks_of, run_checks

ERROR = ROOT / 'tests/lessons/bad/level_unknown.json'
NAMED = {'KEY_SPACE': 'space', 'KEY_LEFT': 'Left', 'KEY_RIGHT': 'Right', 'KEY_UP': 'Up', 'KEY_DOWN': 'Down',
         'KEY_HOME': 'Home', 'KEY_END': 'End', 'KEY_PAGE_UP': 'Prior', 'KEY_PAGE_DOWN': 'Next', 'KEY_TAB': 'Tab',
         'KEY_ENTER': 'Return', 'KEY_ESCAPE': 'Escape', 'KEY_BACKSPACE': 'BackSpace', 'KEY_DELETE': 'Delete'}
TYPED = {'[': 'bracketleft', ']': 'bracketright', '<': 'less', '>': 'greater', ',': 'comma', '.': 'period',
         '+': 'plus', '-': 'minus', '?': 'question', '/': 'slash', '1..9': '3', 'A..E': 'b'}
MODS = {'MOD_CTRL': 'ctrl', 'MOD_SHIFT': 'shift', 'MOD_ALT': 'alt'}
PLACES = ['stage', 'picker', 'search', 'find', 'files', 'help', 'why', 'inspect', 'predict', 'what-if', 'error']
LETTERS = {'search', 'find', 'files'}  # where letters are typed
QUITS = 'ctrl+q'
KINDS = (['key'] * 12 + ['move'] * 3 + ['click'] * 3 + ['wheel', 'drag', 'type'])


class Binding:
    def __init__(self, key, typed, action, places):
        self.key, self.typed, self.action, self.places = key, typed, action, places


def read_places(text, table):
    """The names of the places, as a log calls them, by the names of the C constants."""
    places = {f'IN_{name.upper().replace("-", "")}': {name} for name in PLACES}
    for name, value in re.findall(r'(IN_[A-Z]+)\s*=\s*((?:IN_[A-Z]+ ?\|?\s*)+)[,}\n]', text + table):
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
        found.append(Binding(keysym(key, mods, typed), typed.strip('"'), names[action], there))
    assert len(found) > 60, 'the table of keys is written in another way'
    return found


# ---- Modes -----------------------------------------------------------------------------------------------


RESTS = {'black': 'no', 'asks': 'no', 'alone': '0', 'variant': '0', 'projector': 'no', 'parts': 'no', 'full': 'no'}


class Mode:
    """A place in which all keys are pressed: how it is reached from the resting stage, how a log tells it."""

    def __init__(self, place, *keys, **signs):
        self.place, self.keys, self.signs = place, keys, {'screen': place, **RESTS, **signs}

    def is_on(self, state):
        return all(state[name] == value for name, value in self.signs.items())


LESSONS = {
    'bounded': ('producer_consumer', {
        'stage': Mode('stage', view='stage'),
        'stage by expressions': Mode('stage', 'e', parts='yes'),
        'projector': Mode('stage', 'j', projector='yes'),
        'caption alone': Mode('stage', '8', alone='1'),
        'source alone': Mode('stage', '9', alone='2'),
        'black screen': Mode('stage', 'b', black='yes'),
        'question for a condition': Mode('stage', 'shift+d', asks='yes'),
        'why': Mode('why', 'w'),
        'inspector': Mode('inspect', 'Down', 'Return'),
        'prediction': Mode('predict', 'p'),
        'answer to a prediction': Mode('predict', 'p', '1', 'Return'),
        'what-if': Mode('what-if', 'i'),
        'variant on the stage': Mode('stage', 'i', 'Return', variant='1'),
        'search among names': Mode('find', 'slash'),
        'choosing a file': Mode('files', 'ctrl+o'),
        'help': Mode('help', 'F1'),
        'help over a prediction': Mode('help', 'p', 'F1', view='predict'),
        'lessons': Mode('picker', 'Escape'),
        'search among lessons': Mode('search', 'Escape', 'slash'),
    }),
    'asked': ('who_asked', {'cancellation': Mode('stage', 'c', view='cancel')}),
    'street': ('two_way_street', {'generators': Mode('stage', 'y', view='generators')}),
}
BY_ITSELF = {'shown', 'recorded', 'played', 'stopped'}  # what happens without a key


def key_to_rest(state, word, lesson):
    """What brings the window nearer to the stage with nothing on it, or nothing."""
    is_open = f'/{lesson}.' in state['lesson']
    if state['screen'] == 'picker' and state['black'] == 'no':
        return ['Next'] if is_open else ['slash', *word, 'Return']
    for name, key in ('projector', 'j'), ('parts', 'e'), ('full', 'F11'):
        if state[name] == 'yes' and state['screen'] == 'stage' and state['black'] == state['asks'] == 'no':
            return [key]
    rests = Mode('stage', view='stage', chosen='0', selected='0').is_on(state)
    return None if is_open and rests else ['Escape']


def go_to(w, mode, word, lesson):
    """From wherever it is. The stage stands at a place where something runs and can be asked."""
    state, last = w.ask()[1], []
    for _ in range(200):
        keys = key_to_rest(state, word, lesson) if state['recorded'] == 'yes' else []
        if keys is None:
            break
        said, state = w.ask(*keys)
        last = last[-3:] + [(keys, [(line['action'], line['done'], line['screen']) for line in said])]
    assert keys is None, f'the stage does not come to rest: {state} after {last}'
    state = w.ask('End', 'Left', '0', *mode.keys)[1]
    for _ in range(200):
        if mode.is_on(state):
            return
        state = w.ask(*mode.keys[-1:] if mode.signs.get('variant') == '1' else [])[1]  # once it is recorded
    raise AssertionError(f'it cannot be reached: {state}')


# ---- Keys ------------------------------------------------------------------------------------------------


def same_key(binding, pressed):
    """Rows of keys stand for each of theirs."""
    letter = pressed.removeprefix('shift+')
    if binding.typed == '1..9':
        return letter in '123456789'
    if binding.typed == 'A..E':
        return letter in 'abcde'
    return binding.key == pressed


def expected(known, name, mode, pressed):
    """What a key of the table does in a mode: names of actions, one after the other."""
    done = [b.action for b in known if mode.place in b.places and same_key(b, pressed)][:1]
    clicker = pressed in ('Next', 'Prior')
    if name == 'black screen':
        return ['black-screen'] + (done if clicker else [])
    if name == 'question for a condition' and not clicker and done not in (['full-screen'], ['help']):
        return ['breakpoint-if'] if pressed == 'Return' else []
    if name == 'question for a condition' and pressed in ('f', 'question'):
        return []  # it is typed
    return done


def press_all(window, name, mode, back, known):
    for pressed in sorted({binding.key for binding in known} - {QUITS}):
        said, state = window().ask(pressed)
        actions = [line['action'] for line in said if line['action'] not in BY_ITSELF]
        letter = pressed.removeprefix('shift+')
        if mode.place in LETTERS and (len(letter) == 1 or letter in TYPED.values() or letter == 'space'):
            actions = [action for action in actions if action != 'type']
        wanted = expected(known, name, mode, pressed)
        assert actions == wanted, f'{name}: {pressed} did {actions}, not {wanted}'
        if not mode.is_on(state) or state['playing'] == 'yes' or state['recorded'] == 'no':
            back()


def quit_from(w, name, lesson, config):
    """The last key of a mode: nothing of what was done is lost with it. A black screen takes a first key for itself."""
    if name == 'black screen':
        w.press(QUITS, 'black-screen', done='yes', black='no')
    before = w.ask()[1]
    w.press(QUITS, 'quit', done='yes')
    assert w.process.wait(PATIENCE) == 0, f'{name}: exit status {w.process.returncode}: {w.errors}'
    assert not w.errors, f'{name}: {"".join(w.errors)}'
    kept = pathlib.Path(config, 'coroscope')
    assert f'theme {before["theme"]}\n' in (kept / 'settings').read_text(), f'{name}: the theme is not kept'
    if lesson and before['variant'] == '0':
        first = (kept / 'progress').read_text().splitlines()[0].split()
        assert first[1] == before['step'], f'{name}: at step {before["step"]} is kept: {first}'


def check_every_key_in_every_mode(display, folder):
    known = read_table()
    for word, (lesson, modes) in LESSONS.items():
        for name, mode in modes.items():
            w = Window(display, config=folder, size=(1280, 720))
            back = lambda: go_to(w, mode, word, lesson)
            back()
            press_all(lambda: w, name, mode, back, known)
            go_to(w, Mode('stage'), word, lesson)
            w.ask('t')
            back()
            quit_from(w, name, lesson, folder)


def check_every_key_on_the_card_of_mistakes(display, folder):
    w = Window(display, ERROR, config=folder, size=(1280, 720))

    def again():
        nonlocal w
        w.close()
        w = Window(display, ERROR, config=folder, size=(1280, 720))
        w.ask()

    press_all(lambda: w, 'card of mistakes', Mode('error'), again, read_table())
    again()
    w.ask('t')
    quit_from(w, 'card of mistakes', None, folder)


# ---- The monkey ------------------------------------------------------------------------------------------


def thing(chance, keys):
    """One random thing as words for xdotool."""
    x, y = chance.randrange(WIDTH), chance.randrange(HEIGHT)
    kind = chance.choice(KINDS)
    if kind == 'key':
        return f'key --delay 1 {chance.choice(keys)}'
    if kind == 'move':
        return f'mousemove {x} {y}'
    if kind == 'wheel':
        return f'mousemove {x} {y} click --repeat {chance.randrange(1, 4)} --delay 1 {chance.choice((4, 5))}'
    if kind == 'drag':
        return f'mousemove {x} {y} mousedown 1 mousemove {chance.randrange(WIDTH)} {y} mouseup 1'
    if kind == 'type':
        return f'key --delay 1 {chance.choice(("slash q u e u e", "x y z", "a equal 1", "slash s l e e p"))}'
    return f'mousemove {x} {y} click --repeat {chance.randrange(1, 3)} --delay 1 1'


def remove_breakpoints(w):
    """Line by line, since one may stand where nothing runs."""
    w.ask('Home', 'shift+l')
    while w.state['chosen'] != '1':
        w.ask('Up')
    while w.state['breaks'] != '0':
        before, line = int(w.state['breaks']), w.state['chosen']
        if int(w.ask('d')[1]['breaks']) > before:
            w.ask('d')
        w.ask('Down')
        assert w.state['breaks'] == '0' or w.state['chosen'] != line, f'one stays at the end: {w.state}'
    w.ask('Escape')


def tidy(w):
    """Looks as it did at first; what was switched on is switched off."""
    rest = Mode('stage')
    go_to(w, rest, 'bounded', 'producer_consumer')
    remove_breakpoints(w)
    switches = [('t', 'theme', ['dark']), ('m', 'motion', ['full']), ('shift+s', 'spotlight', ['no']),
                ('h', 'trail', ['no']), ('bracketright', 'speed', ['4']), ('bracketleft', 'speed', ['1'])]
    for key, name, wanted in switches:
        for _ in range(6):
            if w.state[name] not in wanted:
                w.ask(key)
        assert w.state[name] in wanted, f'{name} stays {w.state[name]}'
    for panel in range(7):
        if not int(w.state['panels']) & 1 << panel:
            w.ask(str(panel + 1))
    for end, key in ('Home', 'period'), ('End', 'comma'):  # bookmarks, those at both ends too
        w.ask(end)
        while w.ask(key)[0][0]['done'] == 'yes':
            w.ask('k')
    go_to(w, rest, 'bounded', 'producer_consumer')


def first_picture(w, display):
    """After Home, without the pointer, once nothing moves any more."""
    w.do('mousemove', '5', str(HEIGHT - 5))
    w.ask('Home')
    while w.ask()[1]['notice'] == 'yes':
        time.sleep(0.2)
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
    count = int(sys.argv[1]) if sys.argv[1:] else 1500
    seed = int(sys.argv[2]) if sys.argv[2:] else 1
    chance = random.Random(seed)
    keys = [b.key for b in read_table() if b.action != 'quit']
    w = Window(display, LESSON)
    tidy(w)
    before = first_picture(w, display)
    for done in range(0, count, 100):
        things = [thing(chance, keys) for _ in range(min(100, count - done))]
        w.do(*' '.join(things).split())
        try:
            w.ask()
        except AssertionError as error:
            raise AssertionError(f'after {done} things of seed {seed}: {error}') from None
    tidy(w)
    after = first_picture(w, display)
    assert not difference(before, after), f'seed {seed}: another picture: {difference(before, after)}'
    w.close()


sys.exit(run_checks(checks_of(globals(), ['check_monkey'] if sys.argv[1:] else ())))
