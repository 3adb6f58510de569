"""What a lesson may know of its machine: always the same. There are no files and no processes."""

from . import path

name = 'posix'
sep = path.sep
curdir = path.curdir
pardir = path.pardir
extsep = path.extsep
altsep = path.altsep
pathsep = path.pathsep
devnull = path.devnull
linesep = '\n'
environ = {}
_drawn = 0


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value, /):
    environ[key] = value


def unsetenv(key, /):
    environ.pop(key, None)


def getpid():
    return 1


def getppid():
    return 0


def getuid():
    return 1000


def getlogin():
    return 'learner'


def cpu_count():
    return 4


process_cpu_count = cpu_count


def getcwd():
    return '/'


def urandom(size, /):
    # The same bytes in every run: each call goes on where the one before ended.
    global _drawn
    found = []
    for _ in range(size):
        _drawn = (_drawn * 1103515245 + 12345) % 2147483648
        found.append(_drawn >> 16 & 255)
    return bytes(found)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    own = getattr(type(path), '__fspath__', None)
    if own is None:
        raise TypeError('expected str, bytes or os.PathLike object, not '
                        f'{type(path).__name__}')
    return own(path)


class PathLike:
    def __fspath__(self):
        raise NotImplementedError


def strerror(code, /):
    return {1: 'Operation not permitted', 2: 'No such file or directory',
            13: 'Permission denied', 17: 'File exists', 110: 'Connection timed out',
            111: 'Connection refused'}.get(code, f'Unknown error {code}')


def _refuse(name, why):
    def refuse(*args, **kwargs):
        raise RuntimeError(f'Coroscope does not offer os.{name}(): {why}')
    refuse.__name__ = name
    return refuse


for _name in ('open', 'listdir', 'scandir', 'walk', 'stat', 'remove', 'unlink', 'rename', 'mkdir',
              'makedirs', 'rmdir', 'chdir', 'read', 'write', 'close', 'replace', 'access',
              'removedirs', 'chmod', 'symlink', 'pipe'):
    globals()[_name] = _refuse(_name, 'a lesson has no files')
for _name in ('system', 'fork', 'popen', 'execv', 'wait', 'waitpid', 'spawnv'):
    globals()[_name] = _refuse(_name, 'a lesson has no processes')


def kill(pid, signal, /):
    import _signal
    if pid not in (getpid(), 0):
        raise ProcessLookupError(3, 'No such process')
    _signal._send(signal, True)


def _exit(status):
    raise SystemExit(status)


def abort():
    raise SystemExit(134)


def get_terminal_size(fd=1, /):
    return terminal_size((80, 24))


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'

__all__ = (
    'altsep curdir pardir sep pathsep linesep name path devnull extsep _exit abort access chdir '
    'chmod close cpu_count environ execv fork fspath get_terminal_size getcwd getlogin getpid '
    'getppid getuid kill listdir mkdir open pipe putenv read remove rename replace rmdir scandir '
    'stat strerror symlink system terminal_size unlink unsetenv urandom wait waitpid write '
    'makedirs removedirs walk getenv spawnv popen').split()
