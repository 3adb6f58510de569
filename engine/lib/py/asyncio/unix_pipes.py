"""Transports of pipes: standard input, and the pipes of subprocesses."""

import _world
from . import futures, transports, waits

_MOST = 256 * 1024


class Pipe:
    """The loop's end of a pipe, as a file object."""

    def __init__(self, end, name):
        self._end = end
        self.name = name

    def fileno(self):
        return self._end.fileno()

    def close(self):
        self._end.leave()


def _end_of(pipe):
    end = _world.file(pipe.fileno())
    if end is None or not isinstance(end, _world.End):
        raise ValueError('Pipe transport is for pipes/sockets only.')
    return end


class _PipeTransport:
    """What both directions share."""

    def _shown(self, event):
        info = [type(self).__name__]
        if self._pipe is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._fileno}')
        if self._pipe is None:
            info.append('closed')
        else:
            watched = self._loop._is_watched(self._fileno, event)
            info.append('polling' if watched else 'idle')
        return info

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def _tell(self, exc, message):
        self._loop.call_exception_handler({
            'message': message,
            'exception': exc,
            'transport': self,
            'protocol': self._protocol,
        })

    def _lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = self._protocol = self._loop = None

    def __del__(self):
        if self._pipe is not None:
            from warnings import warn
            warn(f'unclosed transport {self!r}', ResourceWarning)
            self._pipe.close()


class _UnixReadPipeTransport(_PipeTransport, transports.ReadTransport):

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._pipe = None
        self._end = _end_of(pipe)
        self._extra['pipe'] = self._pipe = pipe
        self._other_end = waits.place(getattr(pipe, 'name', 'a pipe')).strip('<>')
        self._loop = loop
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        self._paused = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        return '<' + ' '.join(self._shown(_world.READ)) + '>'

    def _add_reader(self, fd, callback):
        if self.is_reading():
            self._loop._add_reader(fd, callback)

    def is_reading(self):
        return not self._paused and not self._closing

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._fileno)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._loop._add_reader(self._fileno, self._read_ready)

    def _read_ready(self):
        try:
            data = self._end.receive(_MOST)
        except BlockingIOError:
            return
        except OSError as exc:
            self._tell(exc, 'Fatal read error on pipe transport')
            self._close(exc)
            return
        if data:
            self._protocol.data_received(data)
            return
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if not self._closing:
            self._close(None)

    def _close(self, exc):
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        self._lost(exc)


class _UnixWritePipeTransport(_PipeTransport, transports._FlowControlMixin):

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        self._pipe = None
        self._end = _end_of(pipe)
        self._extra['pipe'] = self._pipe = pipe
        self._other_end = waits.place(getattr(pipe, 'name', 'a pipe')).strip('<>')
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._buffer = b''
        self._conn_lost = 0
        self._closing = False
        loop.call_soon(protocol.connection_made, self)
        # A pipe that can be read from this side was closed on the other.
        loop.call_soon(loop._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        info = self._shown(_world.WRITE)
        if self._pipe is not None:
            info.append(f'bufsize={self.get_write_buffer_size()}')
        return '<' + ' '.join(info) + '>'

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        self._close(BrokenPipeError() if self._buffer else None)

    def write(self, data):
        data = transports._to_bytes(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            if self._conn_lost >= 5:
                from .socket_transports import _warn_in_vain
                _warn_in_vain('pipe closed by peer or os.write(pipe, data) raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                data = data[self._end.transmit(data):]
            except BlockingIOError:
                pass
            except OSError as exc:
                self._conn_lost += 1
                self._close(exc)
                return
            if not data:
                return
            self._loop._add_writer(self._fileno, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_ready(self):
        try:
            self._buffer = self._buffer[self._end.transmit(self._buffer):]
        except BlockingIOError:
            return
        except OSError as exc:
            self._buffer = b''
            self._conn_lost += 1
            self._loop._remove_writer(self._fileno)
            self._close(exc)
            return
        if self._buffer:
            return
        self._loop._remove_writer(self._fileno)
        self._maybe_resume_protocol()  # which may write more
        if self._closing:
            self._loop._remove_reader(self._fileno)
            self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            self._loop._remove_reader(self._fileno)
            self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if self._pipe is not None and not self._closing:
            self.write_eof()

    def abort(self):
        self._close(None)

    def _close(self, exc=None):
        self._closing = True
        if self._buffer:
            self._loop._remove_writer(self._fileno)
        self._buffer = b''
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        self._lost(exc)
