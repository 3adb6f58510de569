"""Paths as texts. There are no files that they could lead to."""

sep = '/'
curdir = '.'
pardir = '..'
extsep = '.'
altsep = None
pathsep = ':'
devnull = '/dev/null'
defpath = '/bin:/usr/bin'


def _text(path):
    own = getattr(type(path), '__fspath__', None)
    return path if own is None else own(path)


def join(a, *p):
    path = _text(a)
    for part in map(_text, p):
        if part.startswith(sep) or not path:
            path = part
        else:
            path += part if path.endswith(sep) else sep + part
    return path


def split(p):
    p = _text(p)
    place = p.rfind(sep) + 1
    head, tail = p[:place], p[place:]
    if head.strip(sep):
        head = head.rstrip(sep)
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    start = p.rfind(sep) + 1
    dot = p.rfind(extsep)
    while start < dot:
        if p[start] != extsep:
            return p[:dot], p[dot:]
        start += 1
    return p, ''


def isabs(s):
    return _text(s).startswith(sep)


def normpath(path):
    path = _text(path)
    root = sep if path.startswith(sep) else ''
    parts = []
    for part in path.split(sep):
        if part in ('', curdir):
            continue
        if part != pardir or not root and not parts or parts and parts[-1] == pardir:
            parts.append(part)
        elif parts:
            parts.pop()
    return root + sep.join(parts) or curdir


def abspath(path):
    return normpath(join(sep, path))


realpath = abspath


def exists(path):
    return False


isfile = isdir = islink = lexists = ismount = exists


def expanduser(path):
    return _text(path)


def expandvars(path):
    return _text(path)


def commonprefix(m):
    if not m:
        return ''
    first, last = min(m), max(m)
    for i, char in enumerate(first):
        if char != last[i]:
            return first[:i]
    return first


def relpath(path, start=None):
    there = [part for part in abspath(path).split(sep) if part]
    here = [part for part in abspath(start or sep).split(sep) if part]
    shared = 0
    while shared < min(len(there), len(here)) and there[shared] == here[shared]:
        shared += 1
    return join(*[pardir] * (len(here) - shared), *there[shared:]) if there != here else curdir


def normcase(s):
    return _text(s)


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split(sep) if part and part != curdir] for path in paths]
    low, high = min(parts), max(parts)
    shared = 0
    while shared < len(low) and shared < len(high) and low[shared] == high[shared]:
        shared += 1
    return (sep if isabs(paths[0]) else '') + sep.join(low[:shared])
