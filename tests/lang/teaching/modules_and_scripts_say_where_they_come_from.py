import asyncio
import collections.abc
import json
import math
import sys

print([name for name in globals() if not name.endswith("set")])
print(__spec__, __annotations__, __builtins__, __name__, __package__)
count: int = 5
print(__annotations__)
for m in json, math, asyncio, sys:
    print(m.__spec__.name, type(m.__spec__).__name__, m.__loader__ is m.__spec__.loader, m.__package__,
          hasattr(m, '__path__'), m.__spec__.has_location, m.__spec__.cached is None, m.__spec__.parent)
print(json.__spec__.submodule_search_locations is json.__path__, len(json.__path__))
print(sys.__spec__, math.__file__, json.__file__)
print(list(vars(math))[:5], list(vars(json))[:8])


def missing(f):
    try:
        f()
    except ImportError as e:
        print(e, e.name, e.path and e.path.rpartition('/')[2])


def a(): from math import nothing
def b(): from json import nothing
def c(): from asyncio import slep
def d(): from collections.abc import nothing
def e(): from sys import nothing
def f(): from random import Random2
def g(): from __main__ import nothing
def h(): from decimal import nothing


for one in a, b, c, d, e, f, g, h:
    missing(one)
