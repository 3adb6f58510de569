"""Looking at functions, coroutines and other living objects."""

import sys as _sys
import types as _types

CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512

CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'
GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'
AGEN_CREATED = 'AGEN_CREATED'
AGEN_RUNNING = 'AGEN_RUNNING'
AGEN_SUSPENDED = 'AGEN_SUSPENDED'
AGEN_CLOSED = 'AGEN_CLOSED'

_is_coroutine_mark = _types.CoroutineType  # asyncio knows it too


# What kind of thing it is

def ismodule(object):
    return isinstance(object, _types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, _types.MethodType)


def isfunction(object):
    return isinstance(object, _types.FunctionType)


def isbuiltin(object):
    return isinstance(object, _types.BuiltinFunctionType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__')


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')


def isgenerator(object):
    return isinstance(object, _types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, _types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, _types.AsyncGeneratorType)


def istraceback(object):
    return isinstance(object, _types.TracebackType)


def isframe(object):
    return isinstance(object, _types.FrameType)


def iscode(object):
    return isinstance(object, _types.CodeType)


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', False))


def isawaitable(object):
    if isinstance(object, _types.CoroutineType):
        return True
    if isinstance(object, _types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return hasattr(type(object), '__await__')


def _has_flag(object, flag):
    import functools
    while ismethod(object):
        object = object.__func__
    while isinstance(object, functools.partial):
        object = object.func
    while ismethod(object):
        object = object.__func__
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(object):
    return _has_flag(object, CO_GENERATOR)


def iscoroutinefunction(object):
    if _has_flag(object, CO_COROUTINE):
        return True
    while ismethod(object):
        object = object.__func__
    return getattr(object, '_is_coroutine_mark', None) is _is_coroutine_mark


def isasyncgenfunction(object):
    return _has_flag(object, CO_ASYNC_GENERATOR)


def markcoroutinefunction(func):
    getattr(func, '__func__', func)._is_coroutine_mark = _is_coroutine_mark
    return func


# States

def _state(object, prefix, running, suspended, frame):
    if running:
        return prefix + 'RUNNING'
    if suspended:
        return prefix + 'SUSPENDED'
    return prefix + ('CLOSED' if frame is None else 'CREATED')


def getgeneratorstate(generator):
    return _state(generator, 'GEN_', generator.gi_running, generator.gi_suspended,
                  generator.gi_frame)


def getcoroutinestate(coroutine):
    return _state(coroutine, 'CORO_', coroutine.cr_running, coroutine.cr_suspended,
                  coroutine.cr_frame)


def getasyncgenstate(agen):
    return _state(agen, 'AGEN_', agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getgeneratorlocals(generator):
    return dict(generator.gi_frame.f_locals) if generator.gi_frame is not None else {}


def getcoroutinelocals(coroutine):
    return dict(coroutine.cr_frame.f_locals) if coroutine.cr_frame is not None else {}


def getasyncgenlocals(agen):
    return dict(agen.ag_frame.f_locals) if agen.ag_frame is not None else {}


# Frames and texts

def currentframe():
    return _sys._getframe(1)


class FrameInfo(tuple):
    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])

    def __repr__(self):
        return (f'FrameInfo(frame={self[0]!r}, filename={self[1]!r}, lineno={self[2]}, '
                f'function={self[3]!r}, code_context={self[4]!r}, index={self[5]!r})')


def stack(context=1):
    found = []
    frame = _sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        found.append(FrameInfo((frame, code.co_filename, frame.f_lineno, code.co_name, None,
                                None)))
        frame = frame.f_back
    return found


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return _sys.modules.get(getattr(object, '__module__', None))


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    # Of a class: its bases'; of what a class defines: that of the same name in a base.
    if isclass(object):
        owner, names = object, ()
    else:
        function = unwrap(object.fget if isinstance(object, property) else object)
        function = getattr(function, '__func__', function)
        if not isfunction(function):
            return None
        owner, names = _owner_of(function), (function.__name__,)
    for base in getattr(owner, '__mro__', ())[:-1]:
        found = base
        for name in names:
            found = base.__dict__.get(name)
        if found is not None and getattr(found, '__doc__', None) is not None:
            return found.__doc__
    return None


def _owner_of(function):
    # The class that the function's qualified name says; None: there is none that can be found.
    found = _sys.modules.get(function.__module__)
    for name in function.__qualname__.split('.')[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    indents = [len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip()]
    margin = min(indents, default=0)
    lines = [lines[0].lstrip(' '), *[line[margin:] for line in lines[1:]]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def _no_source(object):
    raise OSError('could not get source code: Coroscope does not offer it')


getsource = getsourcelines = getsourcefile = getfile = _no_source


def unwrap(func, *, stop=None):
    seen = []
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        if any(func is one for one in seen):
            raise ValueError(f'wrapper loop when unwrapping {seen[0]!r}')
        seen.append(func)
        func = func.__wrapped__
    return func


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getattr_static(obj, attr, *default):
    for place in (obj, *type(obj).__mro__):
        values = getattr(place, '__dict__', {})
        if attr in values:
            return values[attr]
    if default:
        return default[0]
    raise AttributeError(attr)


# Signatures

class _empty:
    pass


class _Kind:
    def __init__(self, number, name, description):
        self.number = number
        self.name = name
        self.description = description

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {self.number}>'

    def __str__(self):
        return self.name

    def __lt__(self, other):
        return self.number < other.number

    def __index__(self):
        return self.number


class Parameter:
    POSITIONAL_ONLY = _Kind(0, 'POSITIONAL_ONLY', 'positional-only')
    POSITIONAL_OR_KEYWORD = _Kind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
    VAR_POSITIONAL = _Kind(2, 'VAR_POSITIONAL', 'variadic positional')
    KEYWORD_ONLY = _Kind(3, 'KEYWORD_ONLY', 'keyword-only')
    VAR_KEYWORD = _Kind(4, 'VAR_KEYWORD', 'variadic keyword')
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        fields = {'name': self.name, 'kind': self.kind, 'default': self.default,
                  'annotation': self.annotation, **changes}
        return type(self)(fields.pop('name'), fields.pop('kind'), **fields)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f': {formatannotation(self.annotation)}'
        if self.default is not _empty:
            sign = ' = ' if self.annotation is not _empty else '='
            text += f'{sign}{self.default!r}'
        stars = {Parameter.VAR_POSITIONAL: '*', Parameter.VAR_KEYWORD: '**'}
        return stars.get(self.kind, '') + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind.number))


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation).replace('typing.', '')


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        found = []
        for parameter in self.signature.parameters.values():
            if parameter.kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD):
                break
            if parameter.name not in self.arguments:
                break
            value = self.arguments[parameter.name]
            found += value if parameter.kind is Parameter.VAR_POSITIONAL else [value]
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        for parameter in list(self.signature.parameters.values())[len(self.args):]:
            if parameter.name not in self.arguments:
                continue
            value = self.arguments[parameter.name]
            if parameter.kind is Parameter.VAR_KEYWORD:
                found.update(value)
            elif parameter.kind is not Parameter.VAR_POSITIONAL:
                found[parameter.name] = value
        return found

    def apply_defaults(self):
        filled = {}
        for parameter in self.signature.parameters.values():
            name = parameter.name
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind is Parameter.VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind is Parameter.VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        shown = ', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])
        return f'<BoundArguments ({shown})>'


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = _types.MappingProxyType(
            {parameter.name: parameter for parameter in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return type(self)(self.parameters.values() if parameters is _empty else parameters,
                          return_annotation=self.return_annotation
                          if return_annotation is _empty else return_annotation)

    def __str__(self):
        shown = []
        before = None
        starred = False
        for parameter in self.parameters.values():
            if before is Parameter.POSITIONAL_ONLY and parameter.kind is not before:
                shown.append('/')
            starred = starred or parameter.kind is Parameter.VAR_POSITIONAL
            if parameter.kind is Parameter.KEYWORD_ONLY and not starred:
                shown.append('*')
                starred = True
            shown.append(str(parameter))
            before = parameter.kind
        if before is Parameter.POSITIONAL_ONLY:
            shown.append('/')
        text = f'({", ".join(shown)})'
        if self.return_annotation is not _empty:
            text += f' -> {formatannotation(self.return_annotation)}'
        return text

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.values()), self.return_annotation) == (
            list(other.parameters.values()), other.return_annotation)

    __hash__ = None

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        found = {}
        left = list(args)
        for parameter in self.parameters.values():
            name, kind = parameter.name, parameter.kind
            if kind is Parameter.VAR_POSITIONAL:
                if left:
                    found[name] = tuple(left)
                left = []
            elif kind is Parameter.VAR_KEYWORD:
                if kwargs:
                    found[name], kwargs = kwargs, {}
            elif left and kind is not Parameter.KEYWORD_ONLY:
                if name in kwargs and kind is not Parameter.POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                found[name] = left.pop(0)
            elif name in kwargs and kind is not Parameter.POSITIONAL_ONLY:
                found[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                only = 'keyword-only ' if kind is Parameter.KEYWORD_ONLY else ''
                raise TypeError(f'missing a required {only}argument: {name!r}')
        if left:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, found)


def _of_function(func):
    code = func.__code__
    names = code.co_varnames
    count, keyword_only = code.co_argcount, code.co_kwonlyargcount
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    annotations = func.__annotations__
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default,
                                    annotation=annotations.get(name, _empty)))
    for i in range(count):
        kind = (Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount
                else Parameter.POSITIONAL_OR_KEYWORD)
        place = i - (count - len(defaults))
        add(names[i], kind, defaults[place] if place >= 0 else _empty)
    star = count + keyword_only
    if code.co_flags & CO_VARARGS:
        add(names[star], Parameter.VAR_POSITIONAL)
        star += 1
    for name in names[count:count + keyword_only]:
        add(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[star], Parameter.VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get('return', _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind in (Parameter.POSITIONAL_ONLY,
                                             Parameter.POSITIONAL_OR_KEYWORD):
        parameters = parameters[1:]
    return found.replace(parameters=parameters)


def _of_partial(part):
    found = signature(part.func)
    bound = found.bind_partial(*part.args, **part.keywords)
    parameters = []
    for parameter in found.parameters.values():
        if parameter.name in part.keywords:
            parameters.append(parameter.replace(kind=Parameter.KEYWORD_ONLY,
                                                default=part.keywords[parameter.name]))
        elif parameter.name not in bound.arguments or parameter.kind in (
                Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD):
            kind = parameter.kind
            if part.keywords and kind is Parameter.POSITIONAL_OR_KEYWORD and any(
                    one.name in part.keywords for one in parameters):
                kind = Parameter.KEYWORD_ONLY
            parameters.append(parameter.replace(kind=kind))
    return found.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, **options):
    import functools
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped and obj not in (classmethod, staticmethod):
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__'))
    if getattr(obj, '__signature__', None) is not None:
        return obj.__signature__
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, functools.partial):
        return _of_partial(obj)
    if isclass(obj):
        if isfunction(obj.__init__):
            return _without_first(_of_function(obj.__init__))
        if isfunction(obj.__new__):
            return _without_first(_of_function(obj.__new__))
        return _of_native_class(obj)
    import _native_signatures  # needed by few programs
    if type(obj).__name__ in ('wrapper_descriptor', 'method-wrapper'):
        return _of_text(_native_signatures.of_slot(obj), obj)
    if isinstance(getattr(obj, '__text_signature__', None), str):
        return _of_text(_native_signatures.of_native(obj), obj)
    return _without_first(signature(type(obj).__call__))


def _of_native_class(cls):
    # The library's own classes that C makes take no part in this, but for futures.
    if cls.__mro__[-2:][0].__module__ != '_asyncio' and any(base.__module__.startswith(('_', 'asyncio')) for base in cls.__mro__[:-1]
           if base.__module__ != '__main__' and not issubclass(base, BaseException)):
        return Signature()
    import _native_signatures
    text = _native_signatures.of_class(cls)
    if text is None:
        kind = 'builtin' if cls is type else 'builtin type'
        raise ValueError(f'no signature found for {kind} {cls!r}')
    return _of_text(text, cls)


def _of_text(text, obj):
    if text is None:
        raise ValueError(f'no signature found for builtin {obj!r}')
    import _native_signatures
    parameters, kind = [], Parameter.POSITIONAL_OR_KEYWORD
    for stars, name, default in _native_signatures.split(text):
        if name == '/':
            parameters = [one.replace(kind=Parameter.POSITIONAL_ONLY) for one in parameters]
        elif name == '*':
            kind = Parameter.KEYWORD_ONLY
        elif stars:
            parameters.append(Parameter(name, Parameter.VAR_POSITIONAL if stars == 1
                                        else Parameter.VAR_KEYWORD))
            kind = Parameter.KEYWORD_ONLY
        else:
            given = _empty if default is None else _native_signatures.value(default)
            parameters.append(Parameter(name, kind, default=given))
    if parameters and parameters[0].name in ('self', 'type', 'cls'):
        parameters[0] = parameters[0].replace(kind=Parameter.POSITIONAL_ONLY)
        if type(obj).__name__ in ('builtin_function_or_method', 'method-wrapper'):
            del parameters[0]
    return Signature(parameters)


class FullArgSpec(tuple):
    _names = ('args', 'varargs', 'varkw', 'defaults', 'kwonlyargs', 'kwonlydefaults',
              'annotations')
    args = property(lambda self: self[0])
    varargs = property(lambda self: self[1])
    varkw = property(lambda self: self[2])
    defaults = property(lambda self: self[3])
    kwonlyargs = property(lambda self: self[4])
    kwonlydefaults = property(lambda self: self[5])
    annotations = property(lambda self: self[6])

    def __repr__(self):
        shown = ', '.join([f'{name}={value!r}' for name, value in zip(self._names, self)])
        return f'FullArgSpec({shown})'


def getfullargspec(func):
    func = getattr(func, '__func__', func)
    code = func.__code__
    names, count, keyword_only = code.co_varnames, code.co_argcount, code.co_kwonlyargcount
    star = count + keyword_only
    varargs = names[star] if code.co_flags & CO_VARARGS else None
    varkw = names[star + (varargs is not None)] if code.co_flags & CO_VARKEYWORDS else None
    annotations = dict(func.__annotations__)
    if 'return' in annotations:
        annotations = {'return': annotations.pop('return'), **annotations}
    return FullArgSpec((list(names[:count]), varargs, varkw, func.__defaults__,
                        list(names[count:star]), func.__kwdefaults__, annotations))


from _inspection import (Arguments, ArgInfo, ClosureVars, Traceback, get_annotations, getargs, getargvalues, getcallargs,
                         getclosurevars, getframeinfo, getinnerframes, getmembers_static, getmodulename, getouterframes,
                         isgetsetdescriptor, ismemberdescriptor, ismethodwrapper)

__all__ = (
    'AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED ArgInfo Arguments BoundArguments '
    'CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE '
    'CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_OPTIMIZED CO_VARARGS '
    'CO_VARKEYWORDS ClosureVars FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED GEN_RUNNING '
    'GEN_SUSPENDED Parameter Signature Traceback cleandoc currentframe formatannotation '
    'get_annotations getargs getargvalues getasyncgenlocals getasyncgenstate getattr_static '
    'getcallargs getclosurevars getcoroutinelocals getcoroutinestate getdoc getfile getframeinfo '
    'getfullargspec getgeneratorlocals getgeneratorstate getinnerframes getmembers '
    'getmembers_static getmodule getmodulename getmro getouterframes getsource getsourcefile '
    'getsourcelines isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscode '
    'iscoroutine iscoroutinefunction isdatadescriptor isframe isfunction isgenerator '
    'isgeneratorfunction isgetsetdescriptor ismemberdescriptor ismethod ismethoddescriptor '
    'ismethodwrapper ismodule isroutine istraceback markcoroutinefunction signature stack unwrap').split()
