"""Subprocesses with streams. The processes are those of the lesson's world."""

from . import events, protocols, streams, tasks
from .base_subprocess import DEVNULL, PIPE, STDOUT

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._process_exited = False
        self._open = []  # 1 and 2, while they can be read
        self._stdin_closed = loop.create_future()

    def __repr__(self):
        ends = ((name, getattr(self, name)) for name in ('stdin', 'stdout', 'stderr'))
        shown = ''.join(f' {name}={end!r}' for name, end in ends if end is not None)
        return f'<{type(self).__name__}{shown}>'

    def connection_made(self, transport):
        self._transport = transport
        self.stdout = self._reader(1)
        self.stderr = self._reader(2)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = streams.StreamWriter(pipe, self, None, self._loop)

    def _reader(self, fd):
        pipe = self._transport.get_pipe_transport(fd)
        if pipe is None:
            return None
        reader = streams.StreamReader(limit=self._limit, loop=self._loop)
        reader.set_transport(pipe)
        self._open.append(fd)
        return reader

    def pipe_data_received(self, fd, data):
        reader = {1: self.stdout, 2: self.stderr}.get(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            self._stdin_lost(exc)
            return
        reader = {1: self.stdout, 2: self.stderr}.get(fd)
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if fd in self._open:
            self._open.remove(fd)
        self._maybe_close_transport()

    def _stdin_lost(self, exc):
        if self.stdin is not None:
            self.stdin.close()
        self.connection_lost(exc)
        if exc is None:
            self._stdin_closed.set_result(None)
        else:
            self._stdin_closed.set_exception(exc)
            self._stdin_closed._log_traceback = False

    def process_exited(self):
        self._process_exited = True
        self._maybe_close_transport()

    def _maybe_close_transport(self):
        if self._process_exited and not self._open:
            self._transport.close()
            self._transport = None

    def _get_close_waiter(self, stream):
        if stream is self.stdin:
            return self._stdin_closed


class Process:

    def __init__(self, transport, protocol, loop):
        self._transport = transport
        self._protocol = protocol
        self._loop = loop
        self.stdin = protocol.stdin
        self.stdout = protocol.stdout
        self.stderr = protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f'<{type(self).__name__} {self.pid}>'

    @property
    def returncode(self):
        return self._transport.get_returncode()

    async def wait(self):
        return await self._transport._wait()

    def send_signal(self, signal):
        self._transport.send_signal(signal)

    def terminate(self):
        self._transport.terminate()

    def kill(self):
        self._transport.kill()

    async def _feed_stdin(self, input):
        try:
            if input is not None:
                self.stdin.write(input)
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            pass  # it ended without reading all of it
        self.stdin.close()

    async def _noop(self):
        return None

    async def _read_stream(self, fd):
        transport = self._transport.get_pipe_transport(fd)
        output = await (self.stderr if fd == 2 else self.stdout).read()
        transport.close()
        return output

    async def communicate(self, input=None):
        feeding = self._noop() if self.stdin is None else self._feed_stdin(input)
        reading = [self._noop() if stream is None else self._read_stream(fd)
                   for fd, stream in ((1, self.stdout), (2, self.stderr))]
        _, stdout, stderr = await tasks.gather(feeding, *reading)
        await self.wait()
        return stdout, stderr


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None,
                                  limit=streams._DEFAULT_LIMIT, **kwds):
    loop = events.get_running_loop()
    transport, protocol = await loop.subprocess_shell(
        lambda: SubprocessStreamProtocol(limit, loop), cmd, stdin=stdin, stdout=stdout,
        stderr=stderr, **kwds)
    return Process(transport, protocol, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None,
                                 limit=streams._DEFAULT_LIMIT, **kwds):
    loop = events.get_running_loop()
    transport, protocol = await loop.subprocess_exec(
        lambda: SubprocessStreamProtocol(limit, loop), program, *args, stdin=stdin,
        stdout=stdout, stderr=stderr, **kwds)
    return Process(transport, protocol, loop)
