"""Coroscope's simulation of aiostream, written for lessons: operators on asynchronous iterables.
Names, arguments and results are those that programs use; how tasks are arranged inside is ours."""

from . import stream, pipe
from .core import *

__version__ = '0.6.4'
