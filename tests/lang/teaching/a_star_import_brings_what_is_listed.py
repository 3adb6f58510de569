from os import *
from inspect import *
from string import *
from functools import *
import functools
import os
import types
import warnings

print(getpid() > 0, getenv('HOME') is None or True, ascii_lowercase, callable(reduce), callable(wraps))
print('update_wrapper' in functools.__all__, 'getcwd' in os.__all__, 'MethodType' in types.__all__)
print([n for n in warnings.__all__ if not hasattr(warnings, n)], signature(lambda a, b=1: 0))


@singledispatch
def kind(x): return 'thing'


import collections.abc


@kind.register(collections.abc.Sized)
def _(x): return 'sized'


@kind.register(collections.abc.Sequence)
def _(x): return 'sequence'


@kind.register
def _(x: float | bytes): return 'float or bytes'


class Both(collections.abc.Sized, collections.abc.Iterable):
    def __len__(self): return 0
    def __iter__(self): return iter(())


class Neither:
    def __len__(self): return 0
    def __iter__(self): return iter(())


print(kind([]), kind({}), kind(1), kind(1.0), kind(b''), kind(None), kind({1}), kind('a'))
kind.register(collections.abc.Iterable, lambda x: 'iterable')
print(kind(Both()))
for wrong in (lambda: kind(Neither()), lambda: kind.register(5), lambda: kind.register(lambda x: 0), lambda: kind()):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, str(e).partition(' at ')[0])
