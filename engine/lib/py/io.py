"""Streams in memory. There are no files."""

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    _closed = False
    _closed_words = 'I/O operation on closed file.'

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def _check(self):
        if self._closed:
            raise ValueError(self._closed_words)

    def _check_base(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')

    def __enter__(self):
        self._check_base()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_base()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def flush(self):
        self._check_base()

    def isatty(self):
        self._check_base()
        return False

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def readlines(self, hint=-1):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


def _size(given):
    if given is None:
        return -1
    if not hasattr(type(given), '__index__'):
        raise TypeError(f"argument should be integer or None, not '{type(given).__name__}'")
    return given


class _Memory:
    """What both streams have in common: pieces that are joined when they are needed."""

    def _start(self, value):
        self._value = value
        self._place = 0
        self._pieces = []
        self._added = 0

    def _settle(self):
        # Writes at the end are kept apart until somebody looks.
        if self._pieces:
            self._value += self._empty.join(self._pieces)
            self._pieces.clear()
            self._added = 0
        return self._value

    def getvalue(self):
        self._check()
        return self._settle()

    def _put(self, data):
        end = len(self._value) + self._added
        if self._place == end:
            self._pieces.append(data)
            self._added += len(data)
        else:
            value = self._settle()
            if self._place > end:
                value += self._gap * (self._place - end)
            self._value = value[:self._place] + data + value[self._place + len(data):]
        self._place += len(data)
        return len(data)

    def read(self, size=-1, /):
        self._check()
        value = self._settle()
        end = len(value) if _size(size) < 0 else self._place + size
        data = value[self._place:end]
        self._place += len(data)
        return data

    def readline(self, size=-1, /):
        self._check()
        value = self._settle()
        found = value.find(self._line_end, self._place)
        end = len(value) if found < 0 else found + 1
        if _size(size) >= 0:
            end = min(end, self._place + size)
        line = value[self._place:end]
        self._place += len(line)
        return line

    def tell(self):
        self._check()
        return self._place

    def truncate(self, pos=None, /):
        self._check()
        if pos is None:
            pos = self._place
        if pos < 0:
            raise ValueError(f'Negative size value {pos}')
        self._value = self._settle()[:pos]
        return pos


class StringIO(_Memory, TextIOBase):
    __module__ = '_io'
    _closed_words = 'I/O operation on closed file'
    _empty = ''
    _gap = '\0'
    _line_end = '\n'
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not '
                            f'{type(initial_value).__name__}')
        self._start(initial_value or '')

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        return self._put(s)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0 and pos < 0:
            raise ValueError(f'Negative seek position {pos}')
        if whence != 0 and pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 0:
            self._place = pos
        elif whence == 2:
            self._place = len(self._settle())
        return self._place


class BytesIO(_Memory, BufferedIOBase):
    __module__ = '_io'
    _empty = b''
    _gap = b'\0'
    _line_end = b'\n'

    def __init__(self, initial_bytes=b''):
        self._start(bytes(initial_bytes))

    def write(self, b, /):
        self._check()
        if not isinstance(b, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")
        return self._put(bytes(b))

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        start = (0, self._place, len(self._settle()))[whence]
        self._place = max(start + pos, 0)
        return self._place

    def getbuffer(self):
        return memoryview(self.getvalue())


def open(*args, **kwargs):
    raise RuntimeError('Coroscope does not offer open(): a lesson has no files; '
                       'keep the text in a string')


def _wrapper():
    import sys
    return type(sys.__stdout__)


TextIOWrapper = _wrapper()

__all__ = (
    'open IOBase RawIOBase BytesIO StringIO BufferedIOBase TextIOBase TextIOWrapper '
    'UnsupportedOperation SEEK_SET SEEK_CUR SEEK_END DEFAULT_BUFFER_SIZE').split()
