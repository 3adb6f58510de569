"""What a protocol calls: the kinds of transports, and the flow control that they share."""

__all__ = ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport',
           'SubprocessTransport')


def _abstract(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    return method


class BaseTransport:

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    is_closing = _abstract('is_closing')
    close = _abstract('close')
    set_protocol = _abstract('set_protocol')
    get_protocol = _abstract('get_protocol')


class ReadTransport(BaseTransport):
    is_reading = _abstract('is_reading')
    pause_reading = _abstract('pause_reading')
    resume_reading = _abstract('resume_reading')


class WriteTransport(BaseTransport):
    set_write_buffer_limits = _abstract('set_write_buffer_limits')
    get_write_buffer_size = _abstract('get_write_buffer_size')
    get_write_buffer_limits = _abstract('get_write_buffer_limits')
    write = _abstract('write')

    def writelines(self, list_of_data):
        self.write(b''.join(list_of_data))

    write_eof = _abstract('write_eof')
    can_write_eof = _abstract('can_write_eof')
    abort = _abstract('abort')


class Transport(ReadTransport, WriteTransport):
    pass


class DatagramTransport(BaseTransport):
    sendto = _abstract('sendto')
    abort = _abstract('abort')


class SubprocessTransport(BaseTransport):
    get_pid = _abstract('get_pid')
    get_returncode = _abstract('get_returncode')
    get_pipe_transport = _abstract('get_pipe_transport')
    send_signal = _abstract('send_signal')
    terminate = _abstract('terminate')
    kill = _abstract('kill')


class _FlowControlMixin(Transport):
    """Tells the protocol to pause above the high water mark and to go on below the low one."""

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._set_write_buffer_limits()

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_write_buffer_limits(high, low)
        self._maybe_pause_protocol()

    def _set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 65536 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not 0 <= low <= high:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._high_water = high
        self._low_water = low

    def _maybe_pause_protocol(self):
        if not self._protocol_paused and self.get_write_buffer_size() > self._high_water:
            self._protocol_paused = True
            self._tell_protocol('pause_writing')

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol('resume_writing')

    def _tell_protocol(self, name):
        try:
            getattr(self._protocol, name)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._report(exc, f'protocol.{name}() failed')

    def _report(self, exc, message):
        self._loop.call_exception_handler({
            'message': message,
            'exception': exc,
            'transport': self,
            'protocol': self._protocol,
        })


def _to_bytes(data, what='data argument must be a bytes-like object'):
    """A copy that does not change any more."""
    if isinstance(data, bytes):
        return data
    if type(data).__name__ in ('bytearray', 'memoryview'):
        return bytes(data)
    raise TypeError(f'{what}, not {type(data).__name__!r}')
