"""The lesson's world under CPython: asyncio's own transports on sockets, pipes and processes of the
engine's library module _world, which is plain Python and runs here as it stands there.

What is ours: the kernel below the transports (socket, os.read ..., Popen) and the selector. What
decides about handles, protocols and streams is CPython. What the module _world itself says about
latency, capacity and order is the model; it is written down there.
"""
import asyncio
import importlib.abc
import importlib.util
import io
import os
import pathlib
import selectors
import signal
import socket
import stat
import subprocess
import sys
import types

LIBRARY = pathlib.Path(__file__).resolve().parents[2] / 'engine' / 'lib' / 'py'
# Coroscope's look-alikes of packages that are not in the standard library.
LOOK_ALIKES = ('_http', 'aiohttp', 'aiofiles', 'aioresponses', 'aiostream', 'async_timeout')


class Thing:
    """What the engine records events of; here nothing is recorded."""

    def _happened(self, kind, about=None):
        pass


def load_world(data):
    spec = importlib.util.spec_from_file_location('_world', LIBRARY / '_world.py')
    module = importlib.util.module_from_spec(spec)
    module.__dict__.update(data=data, Thing=Thing)
    sys.modules['_world'] = module
    spec.loader.exec_module(module)
    return module


def name_no_waits():
    """asyncio.waits is Coroscope's: it tells the stage what a future stands for."""
    module = types.ModuleType('asyncio.waits')
    module.REPLY = None
    module.stands_for = lambda future, what, name: future
    sys.modules['asyncio.waits'] = asyncio.waits = module


class LookAlikeFinder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] not in LOOK_ALIKES:
            return None
        place = LIBRARY.joinpath(*name.split('.'))
        if place.is_dir():
            return importlib.util.spec_from_file_location(
                name, place / '__init__.py', submodule_search_locations=[str(place)])
        return importlib.util.spec_from_file_location(name, place.with_suffix('.py'))


# ---- Sockets -----------------------------------------------------------------------------------

def make_socket_class(kernel):
    class Socket(kernel.Channel):
        """socket.socket as asyncio uses it."""

        def __init__(self, family=socket.AF_INET, type=socket.SOCK_STREAM, proto=0, fileno=None):
            super().__init__()
            self.family, self.type, self.proto = family, type, proto or socket.IPPROTO_TCP

        def setblocking(self, flag):
            pass

        def gettimeout(self):
            return 0.0

        def getsockname(self):
            return self.local or ('0.0.0.0', 0)

        def getpeername(self):
            if self.remote is None:
                raise OSError(107, 'Transport endpoint is not connected')
            return self.remote

        def getsockopt(self, level, option, *rest):
            if (level, option) == (socket.SOL_SOCKET, socket.SO_ERROR):
                return self.take_error()
            return 0

        def setsockopt(self, *args):
            pass

        def listen(self, backlog=None):
            super().listen()

        def accept(self):
            other = super().accept()
            return other, other.remote

        def recv(self, size):
            return self.receive(size)

        def send(self, data):
            return self.transmit(bytes(data))

        def sendmsg(self, buffers):
            return self.transmit(b''.join(map(bytes, buffers)))

        def shutdown(self, how):
            self.end_sending()

        def close(self):
            if self._number >= 0:
                self.leave()

    return Socket


def replace_sockets(kernel):
    real = socket.socket
    ours = make_socket_class(kernel)

    def choose(family=-1, type=-1, proto=-1, fileno=None):
        if fileno is not None or family == socket.AF_UNIX:
            return real(family, type, proto, fileno)
        return ours(family, type, proto)

    shim = types.SimpleNamespace(**vars(socket))
    shim.socket = choose
    asyncio.base_events.socket = shim

    def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
        if host is None:
            host = '0.0.0.0' if flags & socket.AI_PASSIVE else '127.0.0.1'
        address = kernel.resolve(host)
        if address is None:
            raise socket.gaierror(socket.EAI_NONAME, 'Name or service not known')
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, '',
                 (address, int(port or 0)))]

    shim.getaddrinfo = socket.getaddrinfo = getaddrinfo


# ---- Files by number ---------------------------------------------------------------------------

class Pipe:
    def __init__(self, end, name):
        self._end, self.name = end, name

    def fileno(self):
        return self._end.fileno()

    def close(self):
        if self._end._number >= 0:
            self._end.leave()


class StandardInput(io.TextIOBase):
    name, mode, encoding = '<stdin>', 'r', 'utf-8'

    def __init__(self, kernel):
        self._kernel = kernel

    def fileno(self):
        return 0

    def readable(self):
        return True

    def read(self, size=-1):
        return self._kernel.stdin_read(size)

    def readline(self, size=-1):
        return self._kernel.stdin_readline(size)

    def close(self):
        self._kernel.stdin_close()


def replace_files(kernel):
    """The calls of asyncio.unix_events on numbers of files and processes."""
    shim = types.SimpleNamespace(**vars(os))
    children = {}

    def fstat(number):
        found = kernel.file(number)
        if found is None:
            return os.fstat(number)
        return types.SimpleNamespace(st_mode=stat.S_IFIFO)

    def set_blocking(number, flag):
        if kernel.file(number) is None:
            os.set_blocking(number, flag)

    def close(number):
        if kernel.file(number) is None:
            os.close(number)
        else:
            kernel.file(number).forget()

    def pidfd_open(pid, flags=0):
        return children[pid].fileno() if pid in children else os.pidfd_open(pid, flags)

    def waitpid(pid, flags):
        child = children.pop(pid)
        code = child.returncode
        return pid, -code if code < 0 else code << 8

    def kill(pid, number):
        if pid in children:
            children[pid].send_signal(number)
        else:
            os.kill(pid, number)

    shim.fstat, shim.set_blocking, shim.close = fstat, set_blocking, close
    shim.read = lambda number, size: kernel.file(number).receive(size)
    shim.write = lambda number, data: kernel.file(number).transmit(bytes(data))
    shim.pidfd_open, shim.waitpid, shim.kill = pidfd_open, waitpid, kill
    asyncio.unix_events.os = asyncio.base_subprocess.os = shim
    replace_processes(kernel, children)


def replace_processes(kernel, children):
    import shlex

    class Popen:
        def __init__(self, args, shell=False, stdin=None, stdout=None, stderr=None, **kwargs):
            words = shlex.split(args) if shell else [str(word) for word in args]
            ends, ours = {}, {}
            for name, wanted in (('stdin', stdin), ('stdout', stdout), ('stderr', stderr)):
                ours[name], ends[name] = None, kernel.INHERITED if wanted is None else None
                if wanted == subprocess.PIPE:
                    end, ends[name] = kernel.pair()
                    ours[name] = Pipe(end, f'<{name}>')
                elif wanted == subprocess.STDOUT:
                    ends[name] = ends['stdout']
            self.stdin, self.stdout, self.stderr = ours.values()
            try:
                self.child = kernel.Child(words, shell, **ends)
            except FileNotFoundError as error:
                raise FileNotFoundError(error.errno, error.strerror, words[0]) from None
            self.pid, self.returncode = self.child.pid, None
            children[self.pid] = self.child

        def poll(self):
            self.returncode = self.child.returncode
            return self.returncode

        def kill(self):
            self.child.send_signal(signal.SIGKILL)

    shim = types.SimpleNamespace(**vars(subprocess))
    shim.Popen = Popen
    asyncio.unix_events.subprocess = shim


# ---- The selector's part -----------------------------------------------------------------------

class Watched:
    """What a selector watches of the world, beside its real files."""

    def __init__(self, kernel):
        self.kernel = kernel
        self.poll = kernel.Poll()
        self.keys = {}

    def owns(self, number):
        return number in self.keys or self.kernel.file(number) is not None

    def register(self, fileobj, number, events, data):
        self.keys[number] = selectors.SelectorKey(fileobj, number, events, data)
        self.poll.watch(number, events, None)

    def unregister(self, number):
        self.poll.drop(number)
        return self.keys.pop(number)

    def ready(self):
        """The events that wait now."""
        self.kernel.run_due()
        return [(self.keys[seen._number], events) for seen, events, _ in self.poll.take()]

    def next_time(self):
        """Seconds; None where nothing comes, or nobody watches."""
        when = self.kernel.next_time() if self.keys else None
        return None if when is None else when / 1e9


def install(data):
    kernel = load_world(data)
    name_no_waits()
    sys.meta_path.insert(0, LookAlikeFinder())
    replace_sockets(kernel)
    replace_files(kernel)
    return kernel
