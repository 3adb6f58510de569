"""Warnings that the program issues itself, and what becomes of them."""

import sys as _sys

filters = []
_once = {}
_recorders = []


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, '
                f'filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    return f'{text}  {line.strip()}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    (_sys.stderr if file is None else file).write(
        formatwarning(message, category, filename, lineno, line))


_own_showwarning = showwarning


def _frame_at(level):
    # The frame `level` calls above the one that called warn().
    frame = _sys._getframe(2)
    for _ in range(level - 1):
        if frame is not None:
            frame = frame.f_back
    return frame


def _action(text, category, module, lineno):
    # What the program's own filters say; None where they say nothing.
    for action, message, kind, wanted, line in filters:
        if (issubclass(category, kind) and text.lower().startswith(message.lower())
                and module.startswith(wanted) and line in (0, lineno)):
            return action
    return None


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    elif not (isinstance(category, type) and issubclass(category, Warning)):
        shown = category.__name__ if isinstance(category, type) else type(category).__name__
        raise TypeError(f"category must be a Warning subclass, not '{shown}'")
    frame = _frame_at(stacklevel)
    _issue(message, category, frame, source)


def _issue(message, category, frame, source):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    names = frame.f_globals if frame is not None else {}
    filename = frame.f_code.co_filename if frame is not None else '<sys>'
    lineno = frame.f_lineno if frame is not None else 0
    action = _action(text, category, names.get('__name__', '<unknown>'), lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action in ('once', 'module', 'default'):
        key = (text, category) if action == 'once' else (text, category, filename, lineno)
        if action == 'module':
            key = text, category, filename
        if key in _once:
            return
        _once[key] = True
    if _recorders:
        if action is None and _hidden(category, names):
            return
        _recorders[-1].append(WarningMessage(message, category, filename, lineno, source=source))
    elif action is not None or showwarning is not _own_showwarning:
        showwarning(message, category, filename, lineno)
    else:
        _show(category, text, frame)


def _hidden(category, names):
    # What is not shown unless somebody asks for it.
    if issubclass(category, DeprecationWarning):
        return names.get('__name__') != '__main__'
    return issubclass(category, (PendingDeprecationWarning, ImportWarning, ResourceWarning))


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    text = str(message)
    action = _action(text, category, module or filename, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message if isinstance(message, Warning) else category(message)
    if _recorders:
        _recorders[-1].append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


def _add(entry, append):
    if entry in filters:
        filters.remove(entry)
    filters.insert(len(filters) if append else 0, entry)


def _check(action):
    if action not in ('error', 'ignore', 'always', 'all', 'default', 'module', 'once'):
        raise ValueError(f'invalid action: {action!r}')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check(action)
    _add((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action)
    _add((action, '', category, '', lineno), append)


def resetwarnings():
    filters.clear()


class catch_warnings:
    """What is changed inside is as before afterwards; with record=True warnings go into a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._filters = filters[:]
        self._once = dict(_once)
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            _recorders.append([])
            return _recorders[-1]

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:] = self._filters
        _once.clear()
        _once.update(self._once)
        if self._record:
            _recorders.pop()


class deprecated:
    """Decorator: using the class or function is a DeprecationWarning."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            original = arg.__init__

            def __init__(self, /, *args, **kwargs):
                warn(message, category, level + 1)
                original(self, *args, **kwargs)
            arg.__init__ = __init__
            arg.__deprecated__ = message
            return arg
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, level + 1)
            return arg(*args, **kwargs)
        wrapper.__deprecated__ = arg.__deprecated__ = message
        return wrapper
