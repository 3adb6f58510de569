#!/usr/bin/env python3
"""Run one asyncio program under real CPython in virtual time and print what it did.

usage: oracle.py PROGRAM.py [--seed N] [--max-iter N]

Prints one JSON object:
  stdout     [[virtual seconds, text], ...], one entry per write
  loop       [[iteration, virtual seconds, label, task or null], ...], one per executed handle
  exception  "Type: message" of the uncaught exception, or null
  stderr     the text written to standard error (asyncio's own log included)
  end        virtual seconds at the end
  deadlock   true where the loop had nothing left that could ever wake it
  endless    true where the run was stopped after --max-iter iterations of the loop

CPython's own C accelerator runs: the pure-Python Task keeps frames alive and leaks exc_info, which
no learner sees. Only the labels are translated. Files are shown by name, without their folders.
"""
import argparse
import ast
import atexit
import datetime
import gc
import io
import json
import os
import random
import re
import sys
import time
import traceback
import types
import warnings
from importlib.machinery import SourceFileLoader

import own_frames
import virtual_loop
import virtual_threads
import virtual_world
from ordered import DISPLAY_NAME, OrderedSet, RewriteDisplays
from virtual_threads import world
from world_line import find_seed, find_world, read_signals

EPOCH = 1735689600  # 2025-01-01T00:00:00Z


class Capture(io.TextIOBase):
    """Standard output or error: pieces of text with the virtual time at which they were written."""

    REWRITES = (
        # The accelerator names no source position for its own callbacks.
        (re.compile(r'Task\.__(wakeup|step)\(\)'), r'Task.task_\1()'),
        (re.compile(r'\bat [^\]>\s]*/asyncio/(\w+\.py):\d+'), r'at asyncio/\1'),
        (re.compile(r'/[^\s"\']*/lib/python3\.\d+/'), ''),
    )

    errors = None  # hides that of the base class

    def __init__(self, errors='strict'):
        self.pieces = []
        self.errors = errors

    def write(self, text):
        size = len(text)
        if not text:
            return size
        text = self.plain(text.encode('utf-8', self.errors).decode('utf-8', 'replace'))
        now = round(world.now, 9)
        last = self.pieces[-1] if self.pieces else None
        if last and last[0] == now and not last[1].endswith('\n'):
            last[1] += text
        else:
            self.pieces.append([now, text])
        return size

    @classmethod
    def plain(cls, text):
        for pattern, plain in cls.REWRITES:
            text = pattern.sub(plain, text)
        return text

    def flush(self):
        pass

    def isatty(self):
        return False

    def reconfigure(self, *, errors=None, **others):
        self.errors = errors or self.errors

    @property
    def encoding(self):
        return 'utf-8'


def install_clock():
    def wall():
        return EPOCH + world.now

    def nanoseconds():
        return round(world.now * 1e9)

    real = {name: getattr(time, name) for name in ('gmtime', 'strftime', 'ctime', 'asctime')}
    os.environ['TZ'] = 'UTC'
    time.tzset()
    time.sleep = world.sleep
    time.time = wall
    time.monotonic = time.perf_counter = time.process_time = lambda: world.now
    time.monotonic_ns = time.perf_counter_ns = nanoseconds
    time.time_ns = lambda: EPOCH * 10**9 + nanoseconds()
    time.gmtime = time.localtime = lambda t=None: real['gmtime'](wall() if t is None else t)
    time.ctime = lambda t=None: real['ctime'](wall() if t is None else t)
    time.asctime = lambda t=None: real['asctime'](time.gmtime() if t is None else t)
    time.strftime = lambda f, t=None: real['strftime'](f, time.gmtime() if t is None else t)


def install_datetime():
    real = datetime.datetime

    class AnyDatetime(type(real)):
        def __instancecheck__(cls, value):
            return isinstance(value, real)

    class VirtualDatetime(real, metaclass=AnyDatetime):
        @classmethod
        def now(cls, tz=None):
            elapsed = datetime.timedelta(seconds=world.now)
            if tz is None:
                return real(2025, 1, 1) + elapsed
            return real(2025, 1, 1, tzinfo=datetime.timezone.utc).astimezone(tz) + elapsed

        utcnow = today = now

        def __repr__(self):
            return f'datetime.{super().__repr__()}'

    VirtualDatetime.__name__ = VirtualDatetime.__qualname__ = 'datetime'
    VirtualDatetime.__module__ = 'datetime'
    datetime.datetime = VirtualDatetime


class Run:
    """One program: its module, what it wrote, and how it ended."""

    def __init__(self, path):
        with open(path, encoding='utf-8') as file:
            self.source = file.read()
        # Tracebacks show the program by its bare name and find its text by it.
        self.name = os.path.basename(path)
        os.chdir(os.path.dirname(os.path.abspath(path)))
        self.out, self.err = Capture(), Capture('backslashreplace')
        self.exception = None
        given = find_world(path, self.source)
        world.signals.extend(read_signals(given))
        self.kernel = virtual_world.install(given)
        self.real_out = sys.stdout
        self.module = types.ModuleType('__main__')
        self.module.__dict__.update({'__loader__': SourceFileLoader('__main__', self.name), '__annotations__': {},
                                     '__builtins__': __builtins__, '__file__': self.name, '__cached__': None,
                                     'set': OrderedSet, DISPLAY_NAME: OrderedSet})

    def enter(self):
        sys.modules['__main__'] = self.module
        sys.stdout, sys.stderr = self.out, self.err
        sys.stdin = virtual_world.StandardInput(self.kernel)
        sys.argv = [self.name]
        world.finish = self.finish

    def execute(self):
        try:
            tree = ast.fix_missing_locations(RewriteDisplays().visit(ast.parse(self.source, self.name)))
            # The compiler computes constants; what is deprecated there would be told as this file's.
            with warnings.catch_warnings():
                warnings.filterwarnings('ignore', category=DeprecationWarning, module='__main__')
                code = compile(tree, self.name, 'exec')
            exec(code, self.module.__dict__)
        except SystemExit as error:
            self.exception = f'SystemExit: {error.code}'
        except BaseException as error:
            self.exception = Capture.plain(last_line(error).encode('utf-8', 'backslashreplace').decode())
            error.__traceback__ = error.__traceback__.tb_next  # not this file's own frame
            self.err.write(''.join(traceback.format_exception(error)))

    def wind_up(self):
        """As CPython ends: the other threads run out, atexit, then the module's names go."""
        world.run_out()
        atexit._run_exitfuncs()
        names = [name for name in self.module.__dict__ if not name.startswith('__')]
        names.sort(key=lambda name: not name.startswith('_'))
        # No line of a program runs any more: a warning then says <sys>:0.
        tree = ast.parse('for name in names: module[name] = None')
        for node in ast.walk(tree):
            if hasattr(node, 'lineno'):
                node.lineno = node.end_lineno = 0
        exec(compile(tree, '<sys>', 'exec'), {'names': names, 'module': self.module.__dict__})
        self.collect()

    def collect(self):
        """Of what is left in circles, coroutines that never ran are told of: no more than that."""
        sys.stdout, sys.stderr = Capture(), Capture('backslashreplace')
        tree = ast.parse('collect()')
        tree.body[0].value.lineno = tree.body[0].value.end_lineno = 0
        tree.body[0].lineno = tree.body[0].value.func.lineno = 0
        exec(compile(ast.fix_missing_locations(tree), '<sys>', 'exec'), {'collect': gc.collect})
        for line in ''.join(text for _, text in sys.stderr.pieces).splitlines(keepends=True):
            if 'RuntimeWarning: coroutine ' in line and ' was never awaited' in line:
                self.err.write(line)

    def finish(self, deadlock=False, endless=False):
        report = {
            'stdout': self.out.pieces,
            'loop': virtual_loop.log.rows,
            'exception': self.exception,
            'stderr': ''.join(text for _, text in self.err.pieces),
            'end': round(world.now, 9),
            'deadlock': deadlock,
            'endless': endless,
        }
        self.real_out.write(json.dumps(report) + '\n')
        self.real_out.flush()
        os._exit(0)


def last_line(error):
    """The first line of what a traceback ends with."""
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ('builtins', '__main__'):
        name = f'{kind.__module__}.{name}'
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    return (f'{name}: {text}' if text else name).splitlines()[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('program')
    parser.add_argument('--seed', type=int)
    parser.add_argument('--max-iter', type=int, default=virtual_loop.log.max_iterations)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    virtual_loop.log.max_iterations = options.max_iter

    install_clock()
    install_datetime()
    own_frames.install()
    virtual_threads.install()
    virtual_loop.install()
    seed = find_seed(program) if options.seed is None else options.seed
    run = Run(program)
    run.enter()
    random.seed(seed)
    gc.disable()
    run.execute()
    run.wind_up()
    run.finish()


if __name__ == '__main__':
    main()
