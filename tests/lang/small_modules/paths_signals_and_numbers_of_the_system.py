import builtins
import gc
import os.path
import platform
import sys
import typing


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


for what in (
    lambda: os.path.commonpath(['/a/b/c', '/a/b/d/e']), lambda: os.path.commonpath(['a/b', 'a']), lambda: os.path.commonpath(['/a', 'a']), lambda: os.path.commonpath([]),
    lambda: os.path.splitdrive('/a/b'), lambda: os.path.normcase('A/b'), lambda: gc.get_threshold(), lambda: gc.is_tracked([]), lambda: gc.is_tracked(1), lambda: gc.DEBUG_LEAK,
    lambda: sys.float_repr_style, lambda: sys.getfilesystemencodeerrors(), lambda: sys.audit('x', 1), lambda: isinstance(b'', typing.SupportsBytes), lambda: isinstance(1j, typing.SupportsComplex), lambda: isinstance([], typing.SupportsComplex),
    lambda: issubclass(builtins.EncodingWarning, Warning), lambda: platform.system(), lambda: platform.machine(), lambda: platform.python_version(), lambda: platform.python_implementation(), lambda: platform.python_version_tuple(), lambda: platform.architecture(), lambda: platform.uname().processor,
):
    show(what)
gc.set_threshold(5, 6)
print(gc.get_threshold()[:2])
