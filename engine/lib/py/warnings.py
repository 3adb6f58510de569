"""Warnings that the program issues itself, and what becomes of them."""

import sys as _sys

# What Python starts with; the first that fits decides. (action, text, category, module, line)
filters = [
    ('default', '', DeprecationWarning, '__main__', 0),
    ('ignore', '', DeprecationWarning, '', 0),
    ('ignore', '', PendingDeprecationWarning, '', 0),
    ('ignore', '', ImportWarning, '', 0),
    ('ignore', '', ResourceWarning, '', 0),
]
_version = 0  # changes with the filters: what was shown before counts no more
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
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, '
                f'filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}')


def _text(message, category, filename, lineno, line, source):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        line = _line(filename, lineno)
    if line and line.strip():
        text += f'  {line.strip()}\n'
    if source is not None:
        text += (f'{category.__name__}: Enable tracemalloc to get the object allocation '
                 'traceback\n')
    return text


def formatwarning(message, category, filename, lineno, line=None):
    return _text(message, category, filename, lineno, line, None)


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = _sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_own_showwarning = showwarning
_own_formatwarning = formatwarning


def _frame_at(level):
    # The frame `level` calls above the one that called warn().
    frame = _sys._getframe(2)
    for _ in range(level - 1):
        if frame is not None:
            frame = frame.f_back
    return frame


def _action(text, category, module, lineno):
    for action, message, kind, wanted, line in filters:
        if (issubclass(category, kind) and _begins(text, message, True)
                and _begins(module, wanted, False) and line in (0, lineno)):
            return action
    return 'default'


def _begins(text, pattern, any_case):
    # Filters match from the beginning.
    if hasattr(pattern, 'match'):
        return pattern.match(text) is not None
    if any_case:
        return text.lower().startswith(pattern.lower())
    return text.startswith(pattern)


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    elif not (isinstance(category, type) and issubclass(category, Warning)):
        shown = category.__name__ if isinstance(category, type) else type(category).__name__
        raise TypeError(f"category must be a Warning subclass, not '{shown}'")
    _issue(message, category, _frame_at(stacklevel), source)


def _issue(message, category, frame, source):
    """A warning at a frame; the engine's own come here too."""
    if frame is None:
        names, filename, lineno = _sys.__dict__, '<sys>', 0
    else:
        names, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno or -1
    registry = names.setdefault('__warningregistry__', {})
    module = names.get('__name__') or '<string>'
    _consider(message, category, filename, lineno, module, registry, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if module is None:
        module = filename.removesuffix('.py') or '<unknown>'
    if isinstance(message, Warning):
        category = type(message)
    _consider(message, category, filename, int(lineno), module,
              {} if registry is None else registry, source)


def _consider(message, category, filename, lineno, module, registry, source):
    if registry.get('version', 0) != _version:
        registry.clear()
        registry['version'] = _version
    text = str(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = _action(text, category, module, lineno)
    if action == 'ignore':
        return
    if not isinstance(message, Warning):
        message = category(message)
    if action == 'error':
        raise message
    if _was_shown(action, text, category, key, registry):
        return
    _show_message(WarningMessage(message, category, filename, lineno, source=source))


def _was_shown(action, text, category, key, registry):
    if action in ('always', 'all'):
        return False
    if action == 'default':
        registry[key] = 1
        return False
    if action == 'once':
        registry[key] = 1
        shown, place = _once, (text, category)
    else:
        registry[key] = 1
        shown, place = registry, (text, category, 0)
    before = shown.get(place, 0)
    shown[place] = 1
    return bool(before)


def _show_message(one):
    if showwarning is not _own_showwarning:
        showwarning(one.message, one.category, one.filename, one.lineno, one.file, one.line)
    elif _recorders and _recorders[-1] is not None:
        _recorders[-1].append(one)
    elif _sys.stderr is not None:
        if formatwarning is not _own_formatwarning:
            text = formatwarning(one.message, one.category, one.filename, one.lineno, one.line)
        else:
            text = _text(one.message, one.category, one.filename, one.lineno, one.line, one.source)
        _sys.stderr.write(text)


def _filters_mutated():
    global _version
    _version += 1


def _add(entry, append):
    if append:
        if entry not in filters:
            filters.append(entry)
    else:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)
    _filters_mutated()


def _check(action):
    if action not in ('error', 'ignore', 'always', 'all', 'default', 'module', 'once'):
        raise ValueError(f'invalid action: {action!r}')


def _pattern(text):
    # One without anything special is compared as it is: re is not needed then.
    if not any(mark in text for mark in '\\.^$*+?{}[]|()'):
        return text
    import re
    return re.compile(text, re.I)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check(action)
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError('category must be a Warning subclass')
    _add((action, _pattern(message), category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action)
    _add((action, '', category, '', lineno), append)


def resetwarnings():
    filters.clear()
    _filters_mutated()


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
        global showwarning
        self._filters = filters[:]
        self._showwarning = showwarning
        _filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            showwarning = _own_showwarning
            _recorders.append([])
            return _recorders[-1]

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        global showwarning
        filters[:] = self._filters
        _filters_mutated()
        showwarning = self._showwarning
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

__all__ = (
    'warn warn_explicit showwarning formatwarning filterwarnings simplefilter resetwarnings '
    'catch_warnings deprecated').split()
