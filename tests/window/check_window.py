"""A real window on a display of its own, driven by real key and pointer events.

The program says what it did on standard output (--log-actions); the display's memory is looked at
for the colours of the theme.
"""
import os
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import picture

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ['COROSCOPE']
LESSON = 'scenarios/queues/producer_consumer.json'
WIDTH, HEIGHT = 1920, 1080
PATIENCE = 60  # seconds for an answer: the machine may be busy and the build slow
DARK_BAR, LIGHT_BAR = 0x141A26, 0xFFFFFF
NOT_OURS = 'leak:libX11\nleak:libdbus\n'  # what a window's libraries keep until the process ends


class Display:
    """An X server without a screen, whose picture can be read."""

    def __init__(self, folder):
        self.folder = folder
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ['Xvfb', '-displayfd', str(write), '-screen', '0', f'{WIDTH}x{HEIGHT}x24', '-fbdir', folder,
             '-nolisten', 'tcp', '-noreset'], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ':' + answer.readline().strip()

    def picture(self):
        return picture.read_display(pathlib.Path(self.folder, 'Xvfb_screen0'))

    def pixel(self, x, y):
        return self.picture().pixel(x, y)

    def close(self):
        self.process.terminate()
        self.process.wait()


class Window:
    """The program, its log, and a person's hands."""

    opened = []

    def __init__(self, display, *arguments, config=None):
        self.display = display
        not_ours = pathlib.Path(display.folder, 'not_ours.txt')
        not_ours.write_text(NOT_OURS)
        self.environment = dict(os.environ, DISPLAY=display.name, SDL_VIDEODRIVER='x11',
                                XDG_CONFIG_HOME=config or tempfile.mkdtemp(dir=display.folder),
                                LSAN_OPTIONS=f'suppressions={not_ours}:print_suppressions=0')
        self.process = subprocess.Popen(
            [PROGRAM, *map(str, arguments), '--log-actions'], cwd=ROOT, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        Window.opened.append(self.process)
        self.lines, self.errors = queue.Queue(), []
        threading.Thread(target=self.read_log, daemon=True).start()
        threading.Thread(target=self.read_errors, daemon=True).start()
        self.state = {}
        self.place()

    def read_log(self):
        for line in self.process.stdout:
            self.lines.put(dict(re.findall(r'(\w+)=(\S+)', line)))

    def read_errors(self):
        self.errors += self.process.stderr.readlines()

    def do(self, *words):
        done = subprocess.run(['xdotool', *words], env=self.environment, text=True, capture_output=True)
        assert done.returncode == 0, f'xdotool {words}: {done.stderr}; {"".join(self.errors)}'
        return done.stdout

    def place(self):
        """Waits for the window and spreads it over the whole display."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'Coroscope'],
                                   env=self.environment, text=True, capture_output=True).stdout.split()
            if found:
                break
            assert self.process.poll() is None, f'the program ended: {self.errors}'
            time.sleep(0.1)
        assert found, 'no window came'
        self.do('windowmove', found[0], '0', '0')
        self.do('windowsize', '--sync', found[0], str(WIDTH), str(HEIGHT))
        self.do('mousemove', '5', str(HEIGHT - 5))
        self.do('windowfocus', found[0])

    def expect(self, action, **values):
        """Waits for the action's line and compares what it says."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                line = self.lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f'{action} was not done; last: {self.state}; {self.errors}') from None
            self.state = line
            if line.get('action') == action:
                break
        for name, value in values.items():
            assert line[name] == str(value), f'{action}: {name} is {line[name]}, not {value}: {line}'
        return line

    def press(self, key, action, **values):
        self.do('key', '--clearmodifiers', key)
        return self.expect(action, **values)

    def click(self, x, y, action, repeat=1, **values):
        self.do('mousemove', str(x), str(y), 'click', '--repeat', str(repeat), '--delay', '40', '1')
        return self.expect(action, **values)

    def until_pixel(self, x, y, colour):
        end = time.monotonic() + PATIENCE
        while self.display.pixel(x, y) != colour:
            assert time.monotonic() < end, f'{x},{y} is {self.display.pixel(x, y):06X}, not {colour:06X}'
            time.sleep(0.05)

    @classmethod
    def kill_all(cls):
        for process in cls.opened:
            if process.poll() is None:
                process.kill()
                process.wait()
        cls.opened.clear()

    def close(self):
        self.press('ctrl+q', 'quit')
        assert self.process.wait(PATIENCE) == 0, f'exit status {self.process.returncode}: {self.errors}'
        assert not self.errors, ''.join(self.errors)


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


def check_keys_of_the_window(display, folder):
    w = Window(display, LESSON)
    w.expect('recorded')
    w.press('t', 'theme', theme='light')
    w.until_pixel(WIDTH // 2, 3, LIGHT_BAR)
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
    assert w.press('Return', 'enter', done='yes')['end'] == 'no'
    w.press('Escape', 'close', screen='stage', selected=0)
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
    w.press('m', 'reduced-motion')
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


def check_picker(display, folder):
    w = Window(display)
    w.until_pixel(WIDTH // 2, 3, DARK_BAR)
    w.press('End', 'last', screen='picker')
    w.press('Home', 'first', screen='picker')
    w.press('Right', 'right', done='yes')
    opened = w.press('Return', 'enter', screen='stage')['lesson']
    assert opened.endswith('three_sleepers.json'), opened
    w.expect('recorded')
    w.press('Right', 'step', step=1)
    w.press('Escape', 'close', screen='picker')
    w.click(560, 560, 'open', screen='stage', step=0)  # the first card
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


def check_without_a_display_it_says_so(display, folder):
    hidden = ('DISPLAY', 'WAYLAND_DISPLAY', 'SDL_VIDEODRIVER')
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run([PROGRAM, LESSON], cwd=ROOT, env=environment, text=True, capture_output=True,
                          timeout=PATIENCE)
    assert done.returncode == 1, done
    assert 'No window can be opened' in done.stderr, done.stderr


def main():
    if not shutil.which('Xvfb') or not shutil.which('xdotool'):
        print('The window is tested with Xvfb and xdotool. On Debian: apt-get install xvfb xdotool')
        return 1
    checks = [check for name, check in globals().items() if name.startswith('check_')]
    failed = 0
    with tempfile.TemporaryDirectory() as pictures:
        display = Display(pictures)
        try:
            for check in checks:
                if sys.argv[1:] and check.__name__ not in sys.argv[1:]:
                    continue
                with tempfile.TemporaryDirectory() as folder:
                    failed += not run(check, display, folder)
        finally:
            display.close()
    print(f'{failed} checks failed')
    return 1 if failed else 0


def run(check, display, folder):
    name = check.__name__.removeprefix('check_').replace('_', ' ')
    start = time.monotonic()
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
