"""What lies outside a program: hosts, connections, pipes, processes and standard input, in memory.

The model. Between two ends inside the program nothing takes time: what one end sends can be read
at once, so the other end's handle is ready in the loop's next iteration. A host of the lesson's
world has a latency: a connection takes it once, and everything on its way takes it once more. A
connection or pipe holds CAPACITY bytes that nobody has read; beyond that a sender has to wait. An
end is readable when bytes, the end of the stream, a new connection or an error waits for it. Of
several that became ready, the one that did first comes first, as in epoll.

Within a program this is what a loop on Linux does over real sockets of one machine, handle for
handle, but for two things: the kernel holds some megabytes where CAPACITY is small enough to show
what drain() is for, and a server's clients have an order here.

The module uses nothing but the clock: the tests run the same file under CPython.
"""

from collections import deque
from heapq import heappop, heappush
import sys
import time

CAPACITY = 65536
READ, WRITE = 1, 2
FIRST_NUMBER = 101  # of the files: a program sees them in reprs only
_CONNECT_TIMEOUT = 127 * 10 ** 9  # how long Linux tries to reach a host that does not answer

_CHILD, _REFUSED, _TIMED_OUT, _RESET, _PIPE, _AGAIN, _IN_PROGRESS, _IN_USE = (
    10, 111, 110, 104, 32, 11, 115, 98)


def _nanoseconds(seconds):
    return round(seconds * 1e9)


# ---- What comes at its time ------------------------------------------------------------------

_coming = []
_order = 0


def at(when, action, *args):
    """Calls action(when, *args) when the clock reaches `when`, in nanoseconds."""
    global _order
    _order += 1
    heappush(_coming, (when, _order, action, args))


def next_time():
    return _coming[0][0] if _coming else None


def run_due():
    now = time.monotonic_ns()
    while _coming and _coming[0][0] <= now:
        when, _, action, args = heappop(_coming)
        action(when, *args)


def wait_for_next():
    """Blocks until something comes; a program that waits like that stands still."""
    time.sleep(max(_coming[0][0] - time.monotonic_ns(), 0) / 1e9)
    run_due()


# ---- Files and who watches them ----------------------------------------------------------------

_files = {}
_last_number = FIRST_NUMBER - 1


class File(Thing):
    """Something with a number that a loop can watch."""

    def __init__(self, number=None):
        global _last_number
        if number is None:
            number = _last_number = _last_number + 1
        self._number = number
        self._watchers = []
        _files[number] = self

    def fileno(self):
        return self._number

    def forget(self):
        if self._number >= 0:
            _files.pop(self._number, None)
            self._number = -1

    def readable(self):
        return False

    def writable(self):
        return False

    def changed(self):
        for watcher in self._watchers:
            watcher.note(self)

    def mask(self):
        return READ * self.readable() | WRITE * self.writable()


def file(number):
    return _files.get(number)


class Poll:
    """What a loop watches: numbers, what is waited for, and data for whoever waits."""

    def __init__(self):
        self.watched = {}
        self._ready = []

    def watch(self, number, events, data):
        self.watched[number] = events, data
        seen = _files[number]
        if self not in seen._watchers:
            seen._watchers.append(self)
        if seen.mask() & events:
            self.note(seen)

    def drop(self, number):
        self.watched.pop(number)
        seen = _files.get(number)
        if seen is not None:
            seen._watchers.remove(self)
        self._ready = [one for one in self._ready if one is not seen]

    def note(self, seen):
        if seen not in self._ready:
            self._ready.append(seen)

    def take(self):
        """[(file, events, data)] of what is ready now; it stays in line as long as it is."""
        found, stay = [], []
        for seen in self._ready:
            entry = self.watched.get(seen._number)
            events = seen.mask() & entry[0] if entry else 0
            if events:
                found.append((seen, events, entry[1]))
                stay.append(seen)
        self._ready = stay
        return found


# ---- Two ends of a connection or a pipe --------------------------------------------------------

def _blocks(text='Resource temporarily unavailable'):
    return BlockingIOError(_AGAIN, text)


class End(File):
    """One end: what arrived and was not read, and the peer that gets what is sent."""

    def __init__(self, number=None):
        super().__init__(number)
        self.peer = None
        self._arrived = deque()
        self.unread = 0
        self._ended = False    # the peer sends nothing any more
        self._reset = False    # the connection broke
        self._shut = False     # this end sends nothing any more
        self._opened = False

    def join(self, peer):
        self.peer = peer
        self._opened = True

    def readable(self):
        return self._opened and bool(self.unread or self._ended or self._reset)

    def writable(self):
        return self._opened and (self._reset or self._shut or self.peer is None or
                                 self.peer.room() > 0)

    def room(self):
        return CAPACITY - self.unread

    def feed(self, data):
        self._arrived.append(data)
        self.unread += len(data)
        self._happened('bytes.arrived', len(data))
        self.changed()

    def feed_end(self):
        if not self._ended:
            self._ended = True
            self._happened('stream.ended')
            self.changed()

    def feed_reset(self):
        self._reset = True
        self.changed()

    def receive(self, most):
        if not self.unread:
            if self._ended:
                return b''
            if self._reset:
                raise ConnectionResetError(_RESET, 'Connection reset by peer')
            raise _blocks()
        taken, size = [], 0
        while self._arrived and size < most:
            piece = self._arrived.popleft()
            if size + len(piece) > most:
                self._arrived.appendleft(piece[most - size:])
                piece = piece[:most - size]
            taken.append(piece)
            size += len(piece)
        self.unread -= size
        if self.peer is not None:
            self.peer.changed()
        return b''.join(taken)

    def transmit(self, data):
        """How many of the bytes could be sent."""
        if self._shut or self._reset or self.peer is None:
            raise BrokenPipeError(_PIPE, 'Broken pipe')
        count = min(self.peer.room(), len(data))
        if count <= 0:
            raise _blocks()
        self.peer.feed(bytes(data[:count]))
        return count

    def end_sending(self):
        if not self._shut:
            self._shut = True
            if self.peer is not None:
                self.peer.feed_end()

    def leave(self):
        """Closed by its owner: the peer reads the end, or an error if its bytes were not read."""
        peer, self.peer = self.peer, None
        if peer is not None:
            peer.left(self.unread > 0)
        self._opened = False
        self.forget()

    def left(self, unread):
        if unread:
            self.peer = None
            self.feed_reset()
        else:
            self.feed_end()
            self.peer = _Gone(self)


class _Gone:
    """The peer of an end whose other end was closed: the first bytes sent to it come back as an
    error."""

    def __init__(self, end):
        self._end = end

    def room(self):
        return CAPACITY

    def feed(self, data):
        self._end.peer = None
        self._end.feed_reset()

    def feed_end(self):
        pass

    def changed(self):
        pass

    def left(self, unread):
        pass


# ---- Hosts of the lesson's world ---------------------------------------------------------------

_hosts = data.get('hosts', {})


def _addresses():
    """Made-up addresses for the hosts that the table names."""
    made = {}
    for key in _hosts:
        name = key.rpartition(':')[0]
        if name not in made and not is_address(name):
            made[name] = f'10.0.0.{len(made) + 1}'
    return made


def name_of(address):
    """The host that has this address."""
    for name, made in _made_addresses.items():
        if made == address:
            return name
    return address


def is_address(name):
    parts = name.split('.')
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)


_made_addresses = _addresses()


def resolve(name):
    """The address of a host; None where nobody knows it."""
    if name in ('localhost', 'lesson', ''):
        return '127.0.0.1'
    if is_address(name):
        return name
    known = [key for key, host in _hosts.items()
             if key.rpartition(':')[0] == name and host.get('error') != 'unknown-host']
    return _made_addresses[name] if known else None


def host_at(address, port):
    for key, host in _hosts.items():
        name, _, its_port = key.rpartition(':')
        if int(its_port) == port and (name == address or _made_addresses.get(name) == address or
                                      name == 'localhost' and address == '127.0.0.1'):
            return host
    return None


class Conversation:
    """The far end of a connection to a host: does what the table says."""

    def __init__(self, end, host, when):
        self._end = end
        self._host = host
        self._latency = _nanoseconds(host.get('latency', 0))
        self._on_the_way = 0
        self._line = b''
        self._busy = when
        self._closed = False
        for saying in host.get('say', ()):
            self._say(when, saying)

    def room(self):
        return CAPACITY - self._on_the_way

    def feed(self, data):
        self._on_the_way += len(data)
        at(time.monotonic_ns() + self._latency, self._arrive, data)

    def feed_end(self):
        at(time.monotonic_ns() + self._latency, self._close_after)

    def left(self, unread):
        self._closed = True

    def changed(self):
        pass

    def _arrive(self, when, data):
        self._on_the_way -= len(data)
        self._end.changed()
        if self._host.get('echo'):
            self._send(max(when, self._busy), data)
        *lines, self._line = (self._line + data).split(b'\n')
        replies = self._host.get('replies', {})
        for line in lines:
            text = line.decode('utf-8', 'replace').rstrip('\r')
            reply = replies.get(text, replies.get('*'))
            if reply is not None:
                self._say(when, reply)

    def _say(self, when, saying):
        self._busy = max(when, self._busy) + _nanoseconds(saying.get('after', 0))
        if 'text' in saying:
            self._send(self._busy, saying['text'].encode())
        if saying.get('close'):
            at(self._busy + self._latency, self._close)

    def _send(self, when, data):
        at(when + self._latency, self._deliver, data)

    def _deliver(self, when, data):
        if not self._closed:
            self._end.feed(data)

    def _close_after(self, when):
        at(max(when, self._busy) + self._latency, self._close)

    def _close(self, when):
        if not self._closed:
            self._closed = True
            self._end.left(False)


# ---- Sockets -----------------------------------------------------------------------------------

_listening = {}
_next_port = 50000


def _free_port():
    global _next_port
    _next_port += 1
    return _next_port


class Channel(End):
    """What a socket needs of the world: connecting, listening, sending, receiving."""

    def __init__(self):
        super().__init__()
        self.local = self.remote = None
        self._backlog = None
        self._error = 0

    def bind(self, address):
        host, port = address[0] or '0.0.0.0', address[1] or _free_port()
        other = next((one for one in _listening.values() if one.local[1] == port), None)
        if other is not None:
            raise OSError(_IN_USE, 'Address already in use')
        self.local = host, port

    def listen(self):
        if self._backlog is None:
            self._backlog = deque()
            self._opened = True
            _listening[self.local] = self

    def readable(self):
        if self._backlog is not None:
            return bool(self._backlog)
        return bool(self._error) or super().readable()

    def writable(self):
        return self._backlog is None and (bool(self._error) or super().writable())

    def accept(self):
        if not self._backlog:
            raise _blocks()
        return self._backlog.popleft()

    def connect(self, address):
        """Begins; the end is writable when it is done, with take_error() to look at."""
        host, port = address[0], address[1]
        if self.local is None:
            self.local = '127.0.0.1', _free_port()
        self.remote = host, port
        server = _listening.get((host, port)) or _listening.get(('0.0.0.0', port))
        if server is not None and (host.startswith('127.') or host == '0.0.0.0'):
            self._meet(server)
        else:
            self._reach(host_at(host, port))
        raise BlockingIOError(_IN_PROGRESS, 'Operation now in progress')

    def _meet(self, server):
        other = type(server)()
        other.local, other.remote = self.remote, self.local
        self.join(other)
        other.join(self)
        server._backlog.append(other)
        self._happened('connection.opened')
        server.changed()
        self.changed()

    def _reach(self, host):
        now = time.monotonic_ns()
        if host is None or host.get('error') == 'refused':
            latency = _nanoseconds(host.get('latency', 0)) if host else 0
            at(now + 2 * latency, self._fail, _REFUSED)
        elif host.get('error') == 'timeout':
            at(now + _CONNECT_TIMEOUT, self._fail, _TIMED_OUT)
        else:
            at(now + _nanoseconds(host.get('latency', 0)), self._arrived_at, host)
        run_due()

    def _arrived_at(self, when, host):
        if self._number < 0:
            return
        self.join(Conversation(self, host, when))
        self._happened('connection.opened')
        self.changed()

    def _fail(self, when, error):
        self._error = error
        self.changed()

    def take_error(self):
        error, self._error = self._error, 0
        return error

    def leave(self):
        if self._backlog is not None:
            _listening.pop(self.local, None)
            waiting, self._backlog = self._backlog, None
            for one in waiting:
                one.leave()
        super().leave()


def pair():
    """Two ends that are connected with each other."""
    one, other = End(), End()
    one.join(other)
    other.join(one)
    return one, other


# ---- Processes ---------------------------------------------------------------------------------

_commands = data.get('subprocess', {})
_last_pid = 4000
INHERITED = 'inherited'


class Child(File):
    """A process: readable when it ended. stdin is the end that it reads; stdout and stderr are
    those that it writes to; None: nowhere; INHERITED: the program's own."""

    def __init__(self, words, shell, stdin, stdout, stderr):
        global _last_pid
        command = _commands.get(' '.join(words))
        if command is None and shell:
            command = {'stderr': f'/bin/sh: 1: {words[0]}: not found\n', 'returncode': 127}
        if command is None:
            raise FileNotFoundError(2, 'No such file or directory')
        super().__init__()
        _last_pid += 1
        self.pid = _last_pid
        self.returncode = None
        self._command = command
        self._ends = {'stdin': stdin, 'stdout': stdout, 'stderr': stderr}
        self._pending = 0  # writes that wait for room
        self._begin(time.monotonic_ns())
        self._happened('process.started', self.pid)

    def _begin(self, when):
        for piece in self._command.get('output', ()):
            when += _nanoseconds(piece.get('after', 0))
            at(when, self._write, piece.get('to', 'stdout'), piece['text'].encode())
        if self._command.get('echo') and self._ends['stdin'] not in (None, INHERITED):
            self._ends['stdin']._watchers.append(self)
            self.note(self._ends['stdin'])
        else:
            at(when + _nanoseconds(self._command.get('after', 0)), self._finish)

    def note(self, end):
        """Its input changed: a process that echoes writes what came, and ends with it."""
        if self.returncode is not None:
            return
        while end.unread:
            self._write(0, 'stdout', end.receive(CAPACITY))
        if end._ended:
            end._ended = False
            when = time.monotonic_ns() + _nanoseconds(self._command.get('after', 0))
            at(when, self._finish)

    def _write(self, when, name, data):
        end = self._ends[name]
        if self.returncode is not None:
            return
        if end == INHERITED:
            print(data.decode(), end='', file=getattr(sys, name))
        if end in (None, INHERITED) or end.peer is None:
            return
        end.peer.feed(data)  # the table's texts are short: no process waits for room

    def _finish(self, when):
        for name in ('stdout', 'stderr'):
            if name in self._command:
                self._write(when, name, self._command[name].encode())
        self._end(self._command.get('returncode', 0))

    def _end(self, returncode):
        if self.returncode is not None:
            return
        self.returncode = returncode
        ends = {id(end): end for end in self._ends.values() if end not in (None, INHERITED)}
        for end in ends.values():
            end.leave()
        self._happened('process.ended', returncode)
        self.changed()

    def send_signal(self, number):
        self._end(-number)

    def readable(self):
        return self.returncode is not None


# ---- Standard input ----------------------------------------------------------------------------

class _StandardInput(End):

    def __init__(self, pieces):
        super().__init__(0)
        self._opened = True
        if not pieces:
            self._ended = True
            return
        last = 0
        for piece in pieces:
            last = _nanoseconds(piece['at'])
            if piece.get('eof'):
                break
            at(last, self._typed, piece['text'].encode())
        at(last, self._over)

    def _typed(self, when, data):
        self.feed(data)

    def _over(self, when):
        self.feed_end()

    def take_line(self, most):
        """A line that has arrived, all there is at the end, or None: it has not arrived yet."""
        text = b''.join(self._arrived)
        end = text.find(b'\n') + 1
        if not end and not self._ended and not (0 <= most <= len(text)):
            return None
        size = end or len(text)
        if most >= 0:
            size = min(size, most)
        return self.receive(size) if size else b''


stdin = _StandardInput(data.get('stdin', ()))


def stdin_close():
    if stdin._number >= 0:
        stdin.leave()


def _check_stdin():
    if stdin._number < 0:
        raise ValueError('I/O operation on closed file.')
    run_due()


def stdin_readline(size=-1):
    _check_stdin()
    while (line := stdin.take_line(-1 if size is None else size)) is None:
        wait_for_next()
    return line.decode('utf-8', 'replace')


def stdin_read(size=-1):
    wanted = -1 if size is None else size
    _check_stdin()
    while not stdin._ended and not 0 <= wanted <= stdin.unread:
        wait_for_next()
    size = stdin.unread if wanted < 0 else min(wanted, stdin.unread)
    return (stdin.receive(size) if size else b'').decode('utf-8', 'replace')
