"""A lesson from a stranger can do nothing but compute: what every program and lesson makes the
process ask of the system is written down by strace, and judged.

  check_confined.py           everything; what each run opened is written down in opened.txt of the
                              build folder (beside the executable)
  check_confined.py FILE...   these, and lists what each of them opened

Allowed: the program's libraries, its own fonts and texts, the folder of the lesson, the configuration
folder. Never: another process, a socket, a file changed outside the configuration folder.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ['COROSCOPE']).resolve()
CALLS = '%file,%process,%network,memfd_create,io_uring_setup'
CALL = re.compile(r'^\d+ +(?:<\.\.\. )?(\w+)(?: resumed>|\()(.*)$')
NAME = re.compile(r'"((?:[^"\\]|\\.)*)"')

# What the loader, libc, the sanitizers and fontconfig read by themselves, whatever the lesson is.
SYSTEM = ('/lib/', '/lib64/', '/usr/lib/', '/usr/local/lib/', '/etc/ld.so.', '/proc/self/', '/proc/stat', '/proc/sys/vm/',
          '/dev/null', '/etc/fonts', '/usr/share/fonts', '/usr/local/share/fonts', '/usr/share/fontconfig',
          '/var/cache/fontconfig', '/usr/share/X11/locale', '/usr/share/locale', '/etc/localtime',
          '/sys/devices/system/', '/etc/lsb-release', '/etc/debian_version')
# Below the home: the configuration, and where fontconfig keeps and looks for fonts of the person's.
OF_HOME = ('config', 'cache', '.fontconfig', '.fonts', '.fonts.conf', '.fonts.conf.d', '.local/share/fonts')
STARTS = {'fork', 'vfork', 'execveat'}
SOCKETS = {'socket', 'socketpair', 'connect', 'bind', 'listen', 'accept', 'accept4', 'sendto', 'sendmsg'}
CHANGES = {'unlink', 'unlinkat', 'rename', 'renameat', 'renameat2', 'mkdir', 'mkdirat', 'rmdir', 'symlink',
           'symlinkat', 'link', 'linkat', 'truncate', 'chmod', 'fchmodat', 'chown', 'lchown', 'fchownat', 'mknod',
           'mknodat', 'mount', 'chroot', 'setxattr'}
HARMLESS = {'exit', 'exit_group', 'wait4', 'waitid', 'kill', 'getcwd', 'fchdir', 'tgkill', 'tkill'}


class Judge:
    """Knows where one command may look; `own` are the paths beyond the system's."""

    def __init__(self, cwd, own, written=()):
        self.cwd, self.own, self.written = cwd, tuple(map(str, own)), tuple(map(str, written))
        self.temporary = os.path.realpath('/tmp')
        self.opened, self.faults, self.begun = set(), [], False

    def below(self, path, places):
        return any(path == place.rstrip('/') or path.startswith(place if place.endswith('/') else place + '/')
                   for place in places)

    def judge_path(self, line, call, arguments):
        name = NAME.search(arguments)
        if not name or not name[1] or call in HARMLESS:
            return
        path = os.path.normpath(os.path.join(self.cwd, name[1]))
        flags = arguments[name.end():]
        # The way down to a folder that is allowed is looked at by realpath(), and by what makes folders.
        way = any(str(place).startswith(path.rstrip('/') + '/') for place in (*self.own, *self.written))
        if call == 'mkdir' and 'EEXIST' in line and way:
            return
        if 'O_TMPFILE' in flags and path == self.temporary:
            return  # tmpfile(): a file without a name, in which `report` and `check` lay their own texts
        makes = call in CHANGES or (call in ('open', 'openat', 'creat') and re.search('O_WRONLY|O_RDWR|O_CREAT', flags))
        if makes and path != '/dev/null' and not self.below(path, self.written):
            self.faults.append(f'changes {path}: {line}')
        passes = call in ('readlink', 'lstat', 'stat', 'newfstatat', 'access', 'readlinkat')
        system = path.startswith(SYSTEM)
        if not (system or self.below(path, self.own) or self.below(path, self.written) or (passes and way)):
            self.faults.append(f'looks at {path}: {line}')
        if call.startswith('open') and not system and ' = -1 ' not in line:
            self.opened.add(path)

    def judge(self, line):
        call = CALL.match(line)
        if not call:
            return
        name, arguments = call[1], call[2]
        if name == 'execve' and not self.begun:
            self.begun = True  # strace's own: the program itself
        elif name in STARTS or name == 'execve' or (name.startswith('clone') and 'CLONE_THREAD' not in arguments):
            self.faults.append(f'starts a process: {line}')
        elif name in SOCKETS:
            self.faults.append(f'asks for a socket: {line}')
        else:
            self.judge_path(line, name, arguments)


def environment(home):
    """A home of its own, and sanitizers that do not need ptrace, which is strace's."""
    kept = {k: v for k, v in os.environ.items() if k in ('PATH', 'LANG')}
    return dict(kept, HOME=str(home), XDG_CONFIG_HOME=str(home / 'config'), XDG_CACHE_HOME=str(home / 'cache'),
                ASAN_OPTIONS='detect_leaks=0', SECRET='a stranger may not have this')


OPENED = {}  # of each run that was watched: its words, and the files


def trace(home, arguments, own, written=()):
    """Runs the program under strace; its judge, and what it printed."""
    handle, log = tempfile.mkstemp(dir=home, suffix='.strace')
    os.close(handle)
    log = pathlib.Path(log)
    done = subprocess.run(['strace', '-f', '--seccomp-bpf', '-qq', '-s', '4096', '-e', f'trace={CALLS}', '-e',
                           'signal=none', '-o', str(log), str(PROGRAM), *map(str, arguments)], cwd=ROOT,
                          env=environment(home), capture_output=True, text=True, errors='replace', timeout=120)
    judge = Judge(str(ROOT), own, (*written, *(home / name for name in OF_HOME)))
    for line in log.read_text(errors='replace').splitlines():
        judge.judge(line)
    log.unlink()
    if not judge.begun:
        sys.exit(f'strace could not watch: {done.stderr[-500:]}')
    OPENED[' '.join(map(str, arguments))] = sorted(judge.opened)
    return judge, done


def complain(faults, what):
    for fault in faults[:10]:
        print(f'{what}: {fault}')
    return bool(faults)


def folders_of(program):
    folder = PROGRAM.parent
    share = folder.parent / 'share/coroscope'
    return [folder / name for name in ('fonts', 'scenarios', 'assets')] + [PROGRAM, ROOT / 'assets', share, '/proc/self']


def in_parallel(work, items):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return sum(pool.map(work, items))


def check_programs(home, files):
    """One process each. The same report as without strace is not asked for here: other tests do."""
    def check(file):
        judge, _ = trace(home, ['report', file], [file])
        if len(files) < 20:
            print(f'{file}: opened {", ".join(sorted(judge.opened)) or "nothing"}')
        return complain(judge.faults, file)
    return in_parallel(check, files)


def check_command(home, words, own, out):
    judge, done = trace(home, words, own, [out])
    if done.returncode:
        print(f'{words[0]} failed: {done.stderr[-300:]}')
    return complain(judge.faults, ' '.join(map(str, words))) + (done.returncode != 0)


def check_lessons(home, scenarios):
    """All lessons in one process, which runs their what-ifs too; one through every command that prints
    or draws; each of them run, where only its own folder may be looked at, and drawn, where also the course
    may be: the picture names the chapter."""
    program = folders_of(PROGRAM)
    some = scenarios / 'queues/producer_consumer.json'
    out = home / 'out'
    out.mkdir()
    bad = 0
    for words in (['check', scenarios], ['transcript', some], ['trace', some], ['why', some, '--step', '9', '--of', 'queue#1'],
                  ['handout', some, '--out', out / 'a.pdf'], ['handout', some, '--out', out / 'a.html'],
                  ['check', '--explain', some], ['format', '--check', some]):
        bad += check_command(home, words, [*program, scenarios], out)

    def check(lesson):
        # What is the program's own holds all lessons, so that is left out.
        own = [place for place in program if pathlib.Path(place).name != 'scenarios'] + [lesson.parent]
        done = subprocess.run([str(PROGRAM), 'run', str(lesson)], cwd=ROOT, capture_output=True, stdin=subprocess.DEVNULL)
        judge, watched = trace(home, ['run', lesson], own)
        changed = (watched.returncode, watched.stdout) != (done.returncode, done.stdout.decode('utf-8', 'replace'))
        if changed:
            print(f'run {lesson}: status {watched.returncode}, without strace {done.returncode}')
        picture = out / f'{lesson.parent.name}-{lesson.stem}.png'
        drawn = check_command(home, ['render', lesson, '--step', '9', '--out', picture], [*program, scenarios], out)
        return complain(judge.faults, f'run {lesson}') + changed + drawn
    lessons = sorted(file for file in scenarios.glob('*/*.json'))
    return bad + in_parallel(check, lessons)


# Everything that a program might try; each is a program of its own, as some are refused before they run.
ATTACKS = [
    "open('/etc/passwd').read()", "import os; os.system('true')", "import os; os.environ['SECRET']",
    "import os; os.listdir('/')", "import subprocess; subprocess.run(['true'])", "import socket; socket.socket()",
    "import socket; socket.create_connection(('127.0.0.1', 1))", "import pathlib; pathlib.Path('/etc/passwd').read_text()",
    "import ctypes; ctypes.CDLL(None)", "import io; io.open('/etc/passwd')", "import shutil; shutil.rmtree('/x')",
    "import urllib.request; urllib.request.urlopen('http://127.0.0.1/')", "import tempfile; tempfile.mkdtemp()",
    "import sys; sys.path.insert(0, '/'); import secret", "import importlib; importlib.import_module('os')",
    "__import__('os').system('true')", "import multiprocessing; multiprocessing.Process(target=print).start()",
    "import asyncio; asyncio.run(asyncio.create_subprocess_shell('true'))",
    "import asyncio; asyncio.run(asyncio.open_connection('127.0.0.1', 1))",
    "import asyncio; asyncio.run(asyncio.start_server(print, '127.0.0.1', 0))",
    "import logging; logging.FileHandler('made.txt')", "import json; json.load(open('/etc/passwd'))",
    "import code; code.interact()", "import webbrowser; webbrowser.open('x')", "breakpoint()", "input()",
]


def check_attacks(home):
    """Nothing of it reaches the system, whatever the program gets for an answer."""
    folder = home / 'attack'
    folder.mkdir()
    bad = 0
    for number, code in enumerate(ATTACKS):
        file = folder / f'attack{number}.py'
        file.write_text(code + '\n')
        judge, done = trace(home, ['run', file], [file])
        bad += complain(judge.faults, code)
        if done.returncode < 0 or 'a stranger may not have this' in done.stdout + done.stderr or 'root:' in done.stdout:
            print(f'{code}: status {done.returncode}: {done.stdout[-200:]}{done.stderr[-200:]}')
            bad += 1
    return bad


def lesson_of(file):
    return f'''{{"format": 1, "id": "x/y", "title": "t", "program": {{"file": "{file}"}}}}'''


def check_escapes(home):
    """A lesson's program path that leaves its folder, in words or by a link, is refused unread."""
    outside, folder = home / 'outside', home / 'lesson'
    (folder / 'sub').mkdir(parents=True)
    outside.mkdir()
    (outside / 'secret.py').write_text('print("secret")\n')
    (folder / 'good.py').write_text('print("good")\n')
    (folder / 'sub/good.py').write_text('print("good")\n')
    (folder / 'link.py').symlink_to(outside / 'secret.py')
    (folder / 'device.py').symlink_to('/dev/zero')
    (folder / 'away').symlink_to(outside)
    (folder / 'near.py').symlink_to('sub/good.py')
    os.mkfifo(folder / 'pipe.py')
    bad = 0
    for file, good in (('good.py', True), ('sub/good.py', True), ('near.py', True), ('./good.py', True),
                       ('../outside/secret.py', False), (str(outside / 'secret.py'), False), ('link.py', False),
                       ('away/secret.py', False), ('sub/../../outside/secret.py', False), ('device.py', False),
                       ('pipe.py', False), ('sub', False)):
        lesson = folder / 'lesson.json'
        lesson.write_text(lesson_of(file))
        judge, done = trace(home, ['run', lesson], [folder])
        # Where links lead has to be looked at; what lies there is not opened.
        faults = [f for f in judge.faults if f.startswith('changes') or 'open' in f.split(':', 1)[1].split('(')[0]]
        bad += complain(faults, f'program {file}')
        if good != (done.returncode == 0 and done.stdout == 'good\n') or done.returncode < 0 or 'secret\n' in done.stdout:
            print(f'program {file}: status {done.returncode}: {done.stdout}{done.stderr}')
            bad += 1
    return bad


def check_index(home):
    """An index that comes with a lesson leads to no lesson elsewhere, in words or by a link."""
    folder = home / 'course'
    (folder / 'part').mkdir(parents=True)
    (home / 'secret.json').write_text(lesson_of('good.py'))
    lesson = folder / 'part/lesson.json'
    lesson.write_text('{"format": 1, "id": "x/y", "title": "t", "program": {"text": "pass\\n"}}')
    bad = 0
    for name in '../secret.json', str(home / 'secret.json'), 'link.json', '/dev/zero/.json':
        chapter = {'number': 1, 'title': 'A', 'lessons': [name, 'part/lesson.json']}
        (folder / 'index.json').write_text(json.dumps({'format': 1, 'chapters': [chapter]}))
        if name == 'link.json':
            (folder / name).symlink_to(home / 'secret.json')
        own, out = [*folders_of(PROGRAM), folder], home / 'out/course.png'
        judge, _ = trace(home, ['render', lesson, '--step', '1', '--out', out], own, [out])
        bad += complain([fault for fault in judge.faults if 'openat' in fault], f'index with {name}')
        judge, done = trace(home, ['check', folder], own)
        bad += complain([fault for fault in judge.faults if 'openat' in fault], f'index with {name}')
        (folder / 'link.json').unlink(missing_ok=True)
        said = done.stdout + done.stderr
        if done.returncode != 1 or not ('does not lie below the index' in said or 'is a link out of the folder' in said):
            print(f'index with {name}: status {done.returncode}: {done.stdout}{done.stderr}')
            bad += 1
    return bad


def check_judge():
    """The judge itself: what has to be noticed is."""
    for line in ('1 openat(AT_FDCWD, "/etc/passwd", O_RDONLY) = 3', '1 execve("/bin/sh", [], 0x1) = 0',
                 '1 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD) = 2', '1 vfork() = 2',
                 '1 socket(AF_INET, SOCK_STREAM, 0) = 3', '1 openat(AT_FDCWD, "x", O_WRONLY|O_CREAT, 0666) = 3',
                 '1 unlink("/here/lesson/x") = 0', '1 stat("/etc/shadow", 0x1) = 0'):
        judge = Judge('/here', ['/here/lesson'])
        judge.begun = True
        judge.judge(line)
        if len(judge.faults) != 1 and 'O_CREAT' not in line or not judge.faults:
            sys.exit(f'the judge is blind: {line}')
    judge = Judge('/here', ['/here/lesson'])
    judge.begun = True
    judge.judge('1 openat(AT_FDCWD, "lesson/a.py", O_RDONLY) = 3')
    if judge.faults:
        sys.exit(f'the judge is too strict: {judge.faults}')


def main():
    if not shutil.which('strace'):
        sys.exit('strace is missing: apt-get install strace')
    check_judge()
    home = pathlib.Path(tempfile.mkdtemp(prefix='confined-')).resolve()
    try:
        if sys.argv[1:]:
            return 1 if check_programs(home, [pathlib.Path(f).resolve() for f in sys.argv[1:]]) else 0
        programs = sorted((ROOT / 'tests').glob('lang/*/*.py')) + sorted((ROOT / 'tests').glob('aio/*/*.py'))
        bad = check_attacks(home) + check_escapes(home) + check_lessons(home, ROOT / 'scenarios')
        bad += check_index(home)
        bad += check_programs(home, programs)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    listed = PROGRAM.parent / 'opened.txt'
    listed.write_text(''.join(f'{words}: {" ".join(files) or "nothing"}\n' for words, files in sorted(OPENED.items())))
    print(f'what was opened in {len(OPENED)} runs stands in {listed}')
    print(f'{len(programs)} programs, {len(ATTACKS)} attacks and all lessons: '
          f'{"no file but theirs, no process, no socket" if not bad else f"{bad} left their place"}')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
