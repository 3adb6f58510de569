"""The parts of sys that describe the interpreter: those of CPython 3.13.0."""


class _Record(tuple):
    """A tuple whose items have names."""

    _name = ''
    _fields = ()

    def __repr__(self):
        named = ', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self))
        return f'{self._name}({named})'

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f"'{self._name}' object has no attribute '{name}'")


class _VersionInfo(_Record):
    _name = 'sys.version_info'
    _fields = ('major', 'minor', 'micro', 'releaselevel', 'serial')


class _FloatInfo(_Record):
    _name = 'sys.float_info'
    _fields = ('max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig',
               'epsilon', 'radix', 'rounds')


class _IntInfo(_Record):
    _name = 'sys.int_info'
    _fields = ('bits_per_digit', 'sizeof_digit', 'default_max_str_digits',
               'str_digits_check_threshold')


class _HashInfo(_Record):
    _name = 'sys.hash_info'
    _fields = ('width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits',
               'cutoff')


class _ThreadInfo(_Record):
    _name = 'sys.thread_info'
    _fields = ('name', 'lock', 'version')


class _Flags(_Record):
    _name = 'sys.flags'
    _fields = ('debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode',
               'no_user_site', 'no_site', 'ignore_environment', 'verbose', 'bytes_warning',
               'quiet', 'hash_randomization', 'isolated', 'dev_mode', 'utf8_mode',
               'warn_default_encoding', 'safe_path', 'int_max_str_digits')


class _AsyncgenHooks(_Record):
    _name = 'asyncgen_hooks'
    _fields = ('firstiter', 'finalizer')


class UnraisableHookArgs(_Record):
    _name = 'UnraisableHookArgs'
    _fields = ('exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object')


class _Namespace:
    def __init__(self, **names):
        self.__dict__.update(names)

    def __repr__(self):
        return 'namespace(' + ', '.join(f'{k}={v!r}' for k, v in self.__dict__.items()) + ')'


version_info = _VersionInfo((3, 13, 0, 'final', 0))
float_info = _FloatInfo((1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307,
                         15, 53, 2.220446049250313e-16, 2, 1))
int_info = _IntInfo((30, 4, 4300, 640))
hash_info = _HashInfo((64, 2305843009213693951, 314159, 0, 1000003, 'siphash13', 64, 128, 0))
thread_info = _ThreadInfo(('pthread', 'semaphore', 'NPTL'))
flags = _Flags((0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, 4300))
implementation = _Namespace(name='cpython', cache_tag='cpython-313', version=version_info,
                            hexversion=hexversion)
warnoptions = []
meta_path = []
path_hooks = []
orig_argv = list(argv)
base_prefix = exec_prefix = base_exec_prefix = prefix
dont_write_bytecode = False
builtin_module_names = ('_asyncio', '_contextvars', 'builtins', 'gc', 'math', 'sys', 'time')
__excepthook__ = excepthook
__unraisablehook__ = unraisablehook


abiflags = ''
float_repr_style = 'short'
platlibdir = 'lib'
pycache_prefix = None


def audit(event, /, *args):
    pass


def getfilesystemencodeerrors():
    return 'surrogateescape'


def getdefaultencoding():
    return 'utf-8'


def getfilesystemencoding():
    return 'utf-8'


def getswitchinterval():
    return 0.005


def setswitchinterval(interval, /):
    if interval <= 0.0:
        raise ValueError('switch interval must be strictly positive')


def gettrace():
    return None


def getprofile():
    return None


def settrace(function, /):
    if function is not None:
        raise RuntimeError('Coroscope does not offer sys.settrace(): step through the program')


def setprofile(function, /):
    if function is not None:
        raise RuntimeError('Coroscope does not offer sys.setprofile(): step through the program')


def is_finalizing():
    return False


def get_asyncgen_hooks():
    from _asyncio import _asyncgen_hooks
    return _AsyncgenHooks(_asyncgen_hooks())


def set_asyncgen_hooks(firstiter=..., finalizer=...):
    from _asyncio import _asyncgen_hooks, _set_asyncgen_hooks
    for name, hook in (('finalizer', finalizer), ('firstiter', firstiter)):
        if hook is not ... and hook is not None and not callable(hook):
            raise TypeError(f'callable {name} expected, got {type(hook).__name__}')
    now = _asyncgen_hooks()
    _set_asyncgen_hooks(now[0] if firstiter is ... else firstiter,
                        now[1] if finalizer is ... else finalizer)


def displayhook(value, /):
    if value is not None:
        print(repr(value))
