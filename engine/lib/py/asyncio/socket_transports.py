"""Transports of connections: between a protocol and a socket of the world."""

import _world
from collections import deque
from weakref import WeakValueDictionary
from . import futures, protocols, transports, trsock, waits

_MOST = 256 * 1024  # bytes that are read at once


class _SelectorTransport(transports._FlowControlMixin):
    """What transports of connections share: closing, failing, pausing."""

    _sock = None

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._extra['socket'] = trsock.TransportSocket(sock)
        self._extra['sockname'] = sock.getsockname()
        if 'peername' not in self._extra:
            self._extra['peername'] = sock.getpeername()
        self._other_end = waits.place(self._extra['peername'])
        self.set_protocol(protocol)
        self._server = server
        self._buffer = deque()
        self._conn_lost = 0  # connection_lost() is scheduled; then counts writes in vain
        self._closing = False
        self._paused = False
        if server is not None:
            server._attach(self)
        if loop._open_transports is None:
            loop._open_transports = WeakValueDictionary()
        loop._open_transports[self._sock_fd] = self

    def __repr__(self):
        info = [type(self).__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._sock_fd}')
        if self._loop is not None and not self._loop.is_closed():
            reading, writing = ('polling' if self._loop._is_watched(self._sock_fd, event)
                                else 'idle' for event in (_world.READ, _world.WRITE))
            info.append(f'read={reading}')
            info.append(f'write=<{writing}, bufsize={self.get_write_buffer_size()}>')
        return '<' + ' '.join(info) + '>'

    def abort(self):
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._sock_fd)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._add_reader(self._sock_fd, self._read_ready)

    def get_write_buffer_size(self):
        return sum(map(len, self._buffer))

    def _add_reader(self, fd, callback, *args):
        if self.is_reading():
            self._loop._add_reader(fd, callback, *args)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if not isinstance(exc, OSError):
            self._report(exc, message)
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._sock.leave()
            server = self._server
            self._sock = self._protocol = self._loop = self._server = None
            if server is not None:
                server._detach(self)

    def __del__(self):
        if self._sock is not None:
            from warnings import warn
            warn(f'unclosed transport {self!r}', ResourceWarning)
            self._sock.leave()
            if self._server is not None:
                self._server._detach(self)


class _SelectorSocketTransport(_SelectorTransport):

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def set_protocol(self, protocol):
        if isinstance(protocol, protocols.BufferedProtocol):
            raise NotImplementedError('Coroscope does not run a BufferedProtocol yet; '
                                      'use Protocol and data_received()')
        super().set_protocol(protocol)

    # ---- Reading -----------------------------------------------------------------------------

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data = self._sock.receive(_MOST)
        except BlockingIOError:
            return
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not data:
            self._read_ready__on_eof()
            return
        try:
            self._protocol.data_received(data)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.data_received() call failed.')

    def _read_ready__on_eof(self):
        try:
            keep_open = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.eof_received() call failed.')
            return
        if keep_open:
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    # ---- Writing -----------------------------------------------------------------------------

    def write(self, data):
        data = transports._to_bytes(data)
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data:
            return
        if self._conn_lost:
            if self._conn_lost >= 5:
                _warn_in_vain('socket.send() raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                data = data[self._sock.transmit(data):]
            except BlockingIOError:
                pass
            except OSError as exc:
                self._fatal_error(exc, 'Fatal write error on socket transport')
                return
            if not data:
                return
            self._loop._add_writer(self._sock_fd, self._write_sendmsg)
        self._buffer.append(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        if self._eof:
            raise RuntimeError('Cannot call writelines() after write_eof()')
        if not list_of_data:
            return
        self._buffer.extend([transports._to_bytes(data) for data in list_of_data])
        self._write_sendmsg()
        if self._buffer:
            self._loop._add_writer(self._sock_fd, self._write_sendmsg)

    def _write_sendmsg(self):
        if self._conn_lost:
            return
        try:
            rest = b''.join(self._buffer)
            rest = rest[self._sock.transmit(rest):]
        except BlockingIOError:
            return
        except OSError as exc:
            self._loop._remove_writer(self._sock_fd)
            self._buffer.clear()
            self._fatal_error(exc, 'Fatal write error on socket transport')
            return
        self._buffer.clear()
        if rest:
            self._buffer.append(rest)
        self._maybe_resume_protocol()  # which may write more
        if self._buffer:
            return
        self._loop._remove_writer(self._sock_fd)
        if self._closing:
            self._call_connection_lost(None)
        elif self._eof:
            self._sock.end_sending()

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.end_sending()

    # Transports and handles are shown by the class that has the method, as in CPython.
    def _call_connection_lost(self, exc):
        super()._call_connection_lost(exc)


def _warn_in_vain(text):
    from logging import getLogger
    getLogger('asyncio').warning(text)
