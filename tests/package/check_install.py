"""`cmake --install` into a prefix that then moves: the program finds its lessons, fonts and assets
there, and looks at nothing in the source tree or the build folder, which strace writes down."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ['COROSCOPE_BUILD']).resolve()
SECONDS = 120
NAME = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Installed:
    def __init__(self, scratch):
        self.scratch, self.prefix = scratch, scratch / 'moved prefix'
        first = scratch / 'prefix'
        subprocess.run(['cmake', '--install', BUILD, '--prefix', first], check=True, capture_output=True)
        first.rename(self.prefix)
        self.share = self.prefix / 'share/coroscope'
        self.away = (f'{ROOT}/', f'{BUILD}/', f'{first}/')

    def run(self, *words, seconds=None):
        """What it printed, and which files it opened. With `seconds` it is a window that is closed then."""
        log = self.scratch / 'strace.txt'
        # Leaks are found by ptrace, which is strace's here; the same commands run without it elsewhere.
        environment = dict(os.environ, ASAN_OPTIONS='detect_leaks=0', HOME=str(self.scratch), SDL_VIDEODRIVER='dummy',
                           XDG_CONFIG_HOME=str(self.scratch / 'config'), XDG_CACHE_HOME=str(self.scratch / 'cache'))
        limit = ['timeout', '--signal=INT', str(seconds)] if seconds else []
        done = subprocess.run([*limit, 'strace', '-f', '-qq', '-s', '4096', '-e', 'trace=%file', '-e', 'signal=none',
                               '-o', log, self.prefix / 'bin/coroscope', *words], cwd=self.scratch, env=environment,
                              capture_output=True, text=True, timeout=SECONDS)
        if done.returncode not in ((0, 124, 130) if seconds else (0,)):
            sys.exit(f'coroscope {" ".join(map(str, words))}: status {done.returncode}: {done.stdout}{done.stderr}')
        opened = set()
        for line in log.read_text(errors='replace').splitlines():
            for path in NAME.findall(line):
                if path.startswith(self.away) and not path.endswith('.gcda'):  # a counted build's counters
                    sys.exit(f'coroscope {" ".join(map(str, words))} looks outside its prefix: {line}')
                if 'open' in line and ' = -1 ' not in line:
                    opened.add(os.path.normpath(path))
        return done.stdout, opened

    def has_opened(self, opened, name):
        if str(self.share / name) not in opened:
            sys.exit(f'{name} of the prefix was not opened, but {[path for path in sorted(opened) if not path.startswith(("/lib", "/usr/lib"))]}')


def check_files(installed):
    for folder in 'scenarios', 'assets':
        for file in (ROOT / folder).rglob('*'):
            if file.is_file() and not (installed.share / folder / file.relative_to(ROOT / folder)).is_file():
                sys.exit(f'{file} is not installed')
    licences = [*(installed.share / 'fonts').glob('*-LICENSE.txt'), installed.prefix / 'share/doc/coroscope/copyright']
    if len(licences) != 3 or not all(file.is_file() for file in licences):
        sys.exit(f'licences that are installed: {licences}')


def check_use(installed):
    lesson = installed.share / 'scenarios/queues/producer_consumer.json'
    said, _ = installed.run('check', installed.share / 'scenarios')
    print(said.strip().splitlines()[-1])
    said, _ = installed.run('run', lesson)
    assert said, 'the lesson prints nothing'
    picture = installed.scratch / 'a.png'
    _, opened = installed.run('render', lesson, '--step', '9', '--out', picture)
    installed.has_opened(opened, 'fonts/Inter-Regular.otf')
    installed.has_opened(opened, 'fonts/JetBrainsMono-Regular.ttf')
    assert picture.stat().st_size > 20000, picture.stat()
    installed.run('new', 'nap')
    installed.run('check', 'nap.json')


def check_window(installed):
    """Without a word it shows the list of its own lessons."""
    said, opened = installed.run('--log-actions', seconds=5)
    assert 'screen=picker' in said, said
    installed.has_opened(opened, 'scenarios/index.json')


def main():
    for tool in 'cmake', 'strace':
        if not shutil.which(tool):
            sys.exit(f'{tool} is missing: apt-get install {tool}')
    with tempfile.TemporaryDirectory() as scratch:
        installed = Installed(pathlib.Path(scratch).resolve())
        check_files(installed)
        check_use(installed)
        check_window(installed)
    print('what is installed needs neither the sources nor the build folder')
    return 0


if __name__ == '__main__':
    sys.exit(main())
