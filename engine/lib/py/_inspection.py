"""The rarer half of inspect: frames, closures, arguments of a call."""

import inspect as _inspect
from collections import namedtuple as _namedtuple

Traceback = _namedtuple('Traceback', 'filename lineno function code_context index', module='inspect')
Arguments = _namedtuple('Arguments', 'args varargs varkw', module='inspect')
ArgInfo = _namedtuple('ArgInfo', 'args varargs keywords locals', module='inspect')
ClosureVars = _namedtuple('ClosureVars', 'nonlocals globals builtins unbound', module='inspect')


def ismethodwrapper(object):
    return isinstance(object, type((1).__str__))


def isgetsetdescriptor(object):
    return isinstance(object, type(type(getargs).__dict__['__code__']))


def ismemberdescriptor(object):
    return isinstance(object, type(_Slotted.place))


class _Slotted:
    __slots__ = 'place',


def getframeinfo(frame, context=1):
    """Where a frame or traceback stands; the lines of the source are not offered."""
    if _inspect.istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    elif _inspect.isframe(frame):
        lineno = frame.f_lineno
    else:
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, None, None)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(_inspect.FrameInfo((frame, *getframeinfo(frame))))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb is not None:
        found.append(_inspect.FrameInfo((tb.tb_frame, *getframeinfo(tb))))
        tb = tb.tb_next
    return found


def getargs(co):
    if not _inspect.iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    count, only = co.co_argcount, co.co_kwonlyargcount
    stars = list(co.co_varnames[count + only:])
    varargs = stars.pop(0) if co.co_flags & _inspect.CO_VARARGS else None
    varkw = stars.pop(0) if co.co_flags & _inspect.CO_VARKEYWORDS else None
    return Arguments(list(co.co_varnames[:count + only]), varargs, varkw)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def getcallargs(func, /, *positional, **named):
    bound = _inspect.signature(func).bind(*positional, **named)
    bound.apply_defaults()
    found = dict(bound.arguments)
    stars = [name for name in _inspect.getfullargspec(func)[1:3] if name]
    keyword_only = {name: found.pop(name) for name in _inspect.getfullargspec(func)[4]}
    return {**{name: value for name, value in found.items() if name not in stars},
            **{name: found[name] for name in stars}, **keyword_only}


def getclosurevars(func):
    """The outer names that a function uses, by where their values come from."""
    if _inspect.ismethod(func):
        func = func.__func__
    if not _inspect.isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    import builtins
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    found, builtin, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            builtin[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, builtin, unbound)


def getmembers_static(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = _inspect.getattr_static(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmodulename(path):
    name = path.rpartition('/')[2]
    for suffix in ('.cpython-313-x86_64-linux-gnu.so', '.abi3.so', '.pyc', '.py', '.so'):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if _inspect.isclass(obj):
        found = obj.__dict__.get('__annotations__')
    elif _inspect.ismodule(obj) or callable(obj):
        found = getattr(obj, '__annotations__', None)
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if eval_str:
        raise NotImplementedError('Coroscope does not evaluate annotations that are texts')
    return dict(found) if found else {}
