"""The transport of a subprocess: its pipes, and its end."""

import _world
from collections import deque
from . import protocols, transports, unix_pipes, waits

PIPE, STDOUT, DEVNULL = -1, -2, -3
_SIGTERM, _SIGKILL = 15, 9


def _split(command):
    """The words of a shell's command line; quotes keep blanks together."""
    words, word, quote = [], None, None
    for letter in command:
        if quote:
            if letter == quote:
                quote = None
            else:
                word += letter
        elif letter in '\'"':
            quote, word = letter, word or ''
        elif letter.isspace():
            if word is not None:
                words.append(word)
            word = None
        else:
            word = (word or '') + letter
    return words if word is None else words + [word]


class _Running:
    """A process that the world runs; the loop's ends of its pipes are stdin, stdout, stderr."""

    def __init__(self, words, shell, stdin, stdout, stderr):
        self._ends = {'stdin': None, 'stdout': None, 'stderr': None}
        self.stdin = self._connect('stdin', stdin)
        self.stdout = self._connect('stdout', stdout)
        if stderr == STDOUT:
            self.stderr = None
            self._ends['stderr'] = self._ends['stdout']
        else:
            self.stderr = self._connect('stderr', stderr)
        try:
            self.child = _world.Child(words, shell, **self._ends)
        except FileNotFoundError as error:
            raise self._not_found(error, words) from None
        self.pid = self.child.pid
        self.returncode = None

    def _connect(self, name, wanted):
        if wanted in (None, DEVNULL):
            self._ends[name] = _world.INHERITED if wanted is None else None
            return None
        if wanted != PIPE:
            raise NotImplementedError(f'{name} of a subprocess: Coroscope has no files; '
                                      'use asyncio.subprocess.PIPE or DEVNULL')
        ours, self._ends[name] = _world.pair()
        return unix_pipes.Pipe(ours, f'<{name}>')

    def _not_found(self, error, words):
        for end in (self.stdin, self.stdout, self.stderr):
            if end is not None:
                end.close()
        exc = FileNotFoundError(error.errno, error.strerror, words[0])
        exc.add_note('Coroscope starts no real processes: only the commands of the table '
                     f'"subprocess" of the lesson\'s world, and {" ".join(words)!r} is not there.')
        return exc

    def poll(self):
        self.returncode = self.child.returncode
        return self.returncode

    def kill(self):
        self.child.send_signal(_SIGKILL)


class BaseSubprocessTransport(transports.SubprocessTransport):

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None,
                 extra=None, **kwargs):
        super().__init__(extra)
        self._closed = False
        self._protocol = protocol
        self._loop = loop
        self._proc = None
        self._pid = None
        self._returncode = None
        self._exit_waiters = []
        self._pending_calls = deque()  # until the pipes are connected
        self._pipes = {fd: None for fd, wanted in enumerate((stdin, stdout, stderr))
                       if wanted == PIPE}
        self._finished = False
        words = _split(args) if shell else [str(word) for word in args]
        try:
            self._proc = _Running(words, shell, stdin, stdout, stderr)
        except:
            self.close()
            raise
        self._other_end = waits.command(words)
        self._pid = self._proc.pid
        self._extra['subprocess'] = self._proc
        loop.create_task(self._connect_pipes(waiter))

    def __repr__(self):
        info = [type(self).__name__]
        if self._closed:
            info.append('closed')
        if self._pid is not None:
            info.append(f'pid={self._pid}')
        if self._returncode is not None:
            info.append(f'returncode={self._returncode}')
        else:
            info.append('not started' if self._pid is None else 'running')
        for fd, name in enumerate(('stdin', 'stdout', 'stderr')):
            proto = self._pipes.get(fd)
            if proto is not None:
                info.append(f'{name}={proto.pipe}')
        return '<' + ' '.join(info) + '>'

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        for proto in self._pipes.values():
            if proto is not None:
                proto.pipe.close()
        running = self._proc is not None and self._returncode is None
        if running and self._proc.poll() is None:
            self._proc.kill()

    def __del__(self):
        if not self._closed:
            from warnings import warn
            warn(f'unclosed transport {self!r}', ResourceWarning)
            self.close()

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        return self._pipes[fd].pipe if fd in self._pipes else None

    def send_signal(self, signal):
        if self._proc is None:
            raise ProcessLookupError()
        self._proc.child.send_signal(int(signal))

    def terminate(self):
        self.send_signal(_SIGTERM)

    def kill(self):
        self.send_signal(_SIGKILL)

    async def _connect_pipes(self, waiter):
        try:
            proc, loop = self._proc, self._loop
            if proc.stdin is not None:
                transport, pipe = await loop.connect_write_pipe(
                    lambda: WriteSubprocessPipeProto(self, 0), proc.stdin)
                transport._other_end = self._other_end
                self._pipes[0] = pipe
            for fd, end in ((1, proc.stdout), (2, proc.stderr)):
                if end is not None:
                    transport, pipe = await loop.connect_read_pipe(
                        lambda: ReadSubprocessPipeProto(self, fd), end)
                    transport._other_end = self._other_end
                    self._pipes[fd] = pipe
            loop.call_soon(self._protocol.connection_made, self)
            for callback, args in self._pending_calls:
                loop.call_soon(callback, *args)
            self._pending_calls = None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if waiter is not None and not waiter.cancelled():
                waiter.set_exception(exc)
        else:
            if waiter is not None and not waiter.cancelled():
                waiter.set_result(None)

    def _call(self, callback, *args):
        if self._pending_calls is not None:
            self._pending_calls.append((callback, args))
        else:
            self._loop.call_soon(callback, *args)

    def _pipe_data_received(self, fd, data):
        self._call(self._protocol.pipe_data_received, fd, data)

    def _pipe_connection_lost(self, fd, exc):
        self._call(self._protocol.pipe_connection_lost, fd, exc)
        self._try_finish()

    def _process_exited(self, returncode):
        self._returncode = returncode
        if self._proc.returncode is None:
            self._proc.returncode = returncode
        self._call(self._protocol.process_exited)
        self._try_finish()

    async def _wait(self):
        if self._returncode is not None:
            return self._returncode
        waiter = waits.stands_for(self._loop.create_future(), waits.PROCESS, self._other_end)
        self._exit_waiters.append(waiter)
        return await waiter

    def _try_finish(self):
        if self._returncode is None:
            return
        if all(pipe is not None and pipe.disconnected for pipe in self._pipes.values()):
            self._finished = True
            self._call(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            for waiter in self._exit_waiters:
                if not waiter.cancelled():
                    waiter.set_result(self._returncode)
            self._exit_waiters = self._loop = self._proc = self._protocol = None


class _UnixSubprocessTransport(BaseSubprocessTransport):
    pass


class WriteSubprocessPipeProto(protocols.BaseProtocol):

    def __init__(self, proc, fd):
        self.proc = proc
        self.fd = fd
        self.pipe = None
        self.disconnected = False

    def __repr__(self):
        return f'<{type(self).__name__} fd={self.fd} pipe={self.pipe!r}>'

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        self.disconnected = True
        self.proc._pipe_connection_lost(self.fd, exc)
        self.proc = None

    def pause_writing(self):
        self.proc._protocol.pause_writing()

    def resume_writing(self):
        self.proc._protocol.resume_writing()


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, protocols.Protocol):

    def data_received(self, data):
        self.proc._pipe_data_received(self.fd, data)
