"""Tracebacks as text, as the interpreter prints them."""

import sys as _sys

_MISSING = object()


class FrameSummary:
    """One entry of a traceback."""

    def __init__(self, filename, lineno, name, *, line=None, locals=None, end_lineno=None,
                 colno=None, end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line or ''
        self.locals = locals
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    __hash__ = None

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


_SHOWN_EQUAL = 3  # of entries that are the same


def _repeated(equal):
    more = equal - _SHOWN_EQUAL
    if more <= 0:
        return []
    return [f'  [Previous line repeated {more} more time{"" if more == 1 else "s"}]\n']


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        entries = [_summary(frame.f_code, lineno) for frame, lineno in frame_gen]
        return cls(_limited(entries, limit))

    @classmethod
    def from_list(cls, a_list):
        return cls([entry if isinstance(entry, FrameSummary) else
                    FrameSummary(*entry[:3], line=entry[3]) for entry in a_list])

    def format(self):
        lines, last, equal = [], None, 0
        for entry in self:
            place = entry.filename, entry.lineno, entry.name
            if place != last:
                lines += _repeated(equal)
                last, equal = place, 0
            equal += 1
            if equal <= _SHOWN_EQUAL:
                lines.append(self.format_frame_summary(entry))
        return lines + _repeated(equal)

    def format_frame_summary(self, entry):
        text = f'  File "{entry.filename}", line {entry.lineno}, in {entry.name}\n'
        return text + f'    {entry.line.strip()}\n' if entry.line else text


def _summary(code, lineno):
    return FrameSummary(code.co_filename, lineno, code.co_name, line=_source(code, lineno))


def _limited(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = _sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    return StackSummary.extract(walk_tb(tb), limit=limit)


def _callers():
    # The frames outside this module, the outermost one first.
    frame = _sys._getframe(1)
    while frame is not None and frame.f_globals.get('__name__') == 'traceback':
        frame = frame.f_back
    return frame


def extract_stack(f=None, limit=None):
    stack = StackSummary.extract(walk_stack(_callers() if f is None else f))
    stack.reverse()
    if limit is not None:
        stack = StackSummary(stack[-limit:] if limit > 0 else stack[:-limit])
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    # The interpreter marks the place in each line; it is asked for a text of these entries alone.
    if tb is None:
        return []
    carrier = Exception()
    carrier.__traceback__ = tb
    entries = []
    for line in _format(carrier).splitlines(keepends=True)[1:-1]:
        if line.startswith('  File "') or line.startswith('  [Previous line'):
            entries.append(line)
        else:
            entries[-1] += line
    return _limited(entries, limit)


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def _print(lines, file):
    file = _sys.stderr if file is None else file
    for line in lines:
        print(line, file=file, end='')


def _value_of(exc, value):
    if value is not _MISSING:
        return value
    if exc is None or isinstance(exc, BaseException):
        return exc
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def _group_only(exc, show_group, indent):
    kind = type(exc)
    name = kind.__qualname__
    if kind.__module__ not in ('__main__', 'builtins'):
        name = f'{kind.__module__}.{name}'
    text = f'{name}: {exc}'.replace('\n', '\n' + indent)
    lines = [f'{indent}{text}\n']
    for note in getattr(exc, '__notes__', ()):
        lines += [f'{indent}{line}\n' for line in str(note).split('\n')]
    if show_group:
        for inner in exc.exceptions:
            if isinstance(inner, BaseExceptionGroup):
                lines += _group_only(inner, True, indent + '   ')
            else:
                lines += [f'{indent}   {line}' for line in format_exception_only(inner)]
    return lines


def format_exception_only(exc, /, value=_MISSING, *, show_group=False):
    value = _value_of(exc, value)
    if value is None:
        return ['NoneType: None\n']
    if isinstance(value, BaseExceptionGroup):
        return _group_only(value, show_group, '')
    kept = value.__traceback__, value.__cause__, value.__context__, value.__suppress_context__
    try:
        value.__traceback__ = value.__context__ = None
        value.__cause__ = None
        return _format(value).splitlines(keepends=True)
    finally:
        value.__traceback__, value.__cause__, value.__context__ = kept[:3]
        value.__suppress_context__ = kept[3]


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True):
    value = _value_of(exc, value)
    if value is None:
        return ['NoneType: None\n']
    if chain and limit is None and (tb is _MISSING or tb is value.__traceback__):
        return _entries(_format(value))
    if tb is _MISSING:
        tb = value.__traceback__
    lines = _before(value, limit) if chain else []
    if tb:
        lines += ['Traceback (most recent call last):\n', *format_tb(tb, limit)]
    return lines + format_exception_only(value)


def _before(value, limit):
    """What led to the exception, with at most so many frames each."""
    if value.__cause__ is not None:
        words = 'The above exception was the direct cause of the following exception:'
        earlier = value.__cause__
    elif value.__context__ is not None and not value.__suppress_context__:
        words = 'During handling of the above exception, another exception occurred:'
        earlier = value.__context__
    else:
        return []
    return [*format_exception(earlier, limit=limit), f'\n{words}\n\n']


_CHAINS = 'The above exception was the direct cause', 'During handling of the above exception'


def _entries(text):
    # One string for each frame, and for the words between two exceptions, as CPython divides it.
    entries = []
    kind = ''
    for line in text.splitlines(keepends=True):
        inner = line.partition('| ')[2] if line.lstrip(' ').startswith('| ') else line
        if inner.startswith(_CHAINS) and entries and entries[-1].strip(' |\n') == '':
            entries[-1] += line
            kind = 'chain'
        elif kind == 'chain' or kind == 'frame' and inner.startswith('    '):
            entries[-1] += line
            kind = kind if kind == 'frame' else ''
        else:
            entries.append(line)
            kind = 'frame' if inner.startswith('  File "') else ''
    return entries


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True):
    _print(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(_sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(_sys.exception(), limit=limit, file=file, chain=chain)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _print(format_stack(f, limit), file)


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:  # it runs still
            pass
        tb = tb.tb_next


class TracebackException:
    """An exception as text, to be kept without keeping its frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, **kwargs):
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self._text = str(exc_value)
        self._all = format_exception(exc_value, limit=limit)
        self._alone = format_exception(exc_value, limit=limit, chain=False)
        self._only = format_exception_only(exc_value)
        self._only_with_group = format_exception_only(exc_value, show_group=True)
        self.__cause__ = self.__context__ = None
        self.__suppress_context__ = exc_value.__suppress_context__

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._text

    def format(self, *, chain=True):
        yield from self._all if chain else self._alone

    def format_exception_only(self, *, show_group=False):
        yield from self._only_with_group if show_group else self._only

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)

__all__ = (
    'extract_stack extract_tb format_exception format_exception_only format_list format_stack '
    'format_tb print_exc format_exc print_exception print_stack print_tb clear_frames '
    'FrameSummary StackSummary TracebackException walk_stack walk_tb').split()
