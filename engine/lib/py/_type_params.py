"""What the compiler calls for type parameters and the type statement (PEP 695)."""

import sys

import typing


def _begin(variable, default, **later):
    # The attributes in `later` are computed when somebody asks.
    if default is not None:
        later['__default__'] = default
    for name in later:
        del variable.__dict__[name]
    variable._later = later
    variable.__module__ = sys._getframe(2).f_globals.get('__name__', '__main__')
    return variable


def make_variable(name, bound, default):
    variable = typing.TypeVar(name, infer_variance=True)
    return _begin(variable, default, **({} if bound is None else {'__bound__': bound}))


def make_constrained(name, constraints, default):
    return _begin(typing.TypeVar(name, infer_variance=True), default, __constraints__=constraints)


def make_spec(name, bound, default):
    return _begin(typing.ParamSpec(name, infer_variance=True), default)


def make_tuple(name, bound, default):
    return _begin(typing.TypeVarTuple(name), default)


def make_base(type_params):
    return typing.Generic[type_params]


def make_alias(name, value, type_params):
    alias = typing.TypeAliasType(name, None, type_params=type_params)
    return _begin(alias, None, __value__=value)
