"""What the checks of the window share: a display without a screen, and a window with a person's hands."""
import os
import pathlib
import queue
import re
import shutil
import subprocess
import tempfile
import threading
import time

import picture

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ['COROSCOPE']
LESSON = 'scenarios/queues/producer_consumer.json'
WIDTH, HEIGHT = 1920, 1080
PATIENCE = float(os.environ.get('PATIENCE', 60))  # seconds for an answer: the machine may be busy and the build slow
DARK_BAR, LIGHT_BAR = 0x141A26, 0xFFFFFF
NOT_OURS = 'leak:libX11\nleak:libdbus\n'  # what a window's libraries keep until the process ends


class Display:
    """An X server without a screen, whose picture can be read."""

    def __init__(self, folder):
        self.folder = folder
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ['Xvfb', '-displayfd', str(write), '-screen', '0', f'{WIDTH}x{HEIGHT}x24', '-fbdir', folder,
             '-nolisten', 'tcp', '-noreset', '-r'], pass_fds=[write], stderr=subprocess.DEVNULL)
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

    def __init__(self, display, *arguments, config=None, size=(WIDTH, HEIGHT), placed=True):
        self.display, self.size = display, size
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
        self.state, self.asked = {}, 0
        if placed:
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
        self.do('windowsize', '--sync', found[0], *map(str, self.size))
        self.do('mousemove', '5', str(self.size[1] - 5))
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

    def ask(self, *keys):
        """Presses keys and returns what was said until all of it was done, and how it is then.

        A script has keys of its own, which are answered everywhere: nothing depends on time. They take
        turns, since a window that comes to the front may see a key twice.
        """
        self.asked = (self.asked + 1) % 4
        self.do('key', '--delay', '1', *keys, ('F12', 'shift+F12', 'ctrl+F12', 'ctrl+shift+F12')[self.asked])
        said, end = [], time.monotonic() + PATIENCE
        while not said or said[-1].get('action') != f'script-{self.asked}':
            try:
                said.append(self.lines.get(timeout=0.5))
            except queue.Empty:
                waits = time.monotonic() < end and self.process.poll() is None
                assert waits, f'no answer after {keys}; last: {self.state}; {"".join(self.errors)}'
        self.state = said.pop()
        return [line for line in said if not line['action'].startswith('script-')], self.state

    def listen(self, seconds=0.1):
        """Takes in what was said meanwhile; whether anything was."""
        time.sleep(seconds)
        said = not self.lines.empty()
        while not self.lines.empty():
            self.state = self.lines.get()
        return said

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


def run_checks(checks):
    """Each with one display for all and a folder of its own; returns the exit status."""
    if not shutil.which('Xvfb') or not shutil.which('xdotool'):
        print('The window is tested with Xvfb and xdotool. On Debian: apt-get install xvfb xdotool')
        return 1
    failed = 0
    with tempfile.TemporaryDirectory() as pictures:
        display = Display(pictures)
        try:
            for check in checks:
                with tempfile.TemporaryDirectory() as folder:
                    failed += not run_check(check, display, folder)
        finally:
            display.close()
    print(f'{failed} checks failed')
    return 1 if failed else 0


def run_check(check, display, folder):
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


def checks_of(names, wanted=()):
    """The functions called check_... in a module's names; only the wanted ones, if any are named."""
    return [check for name, check in names.items()
            if name.startswith('check_') and (not wanted or name in wanted)]
