"""Random asyncio programs: coroutines that wait, fail, cancel and clean up on shared objects.

program_text(seed) is always the same text for a seed. Programs end: a coroutine calls only those
with higher numbers, loops are short, and delays are exact binary fractions of a second, so that
many deadlines are equal and order matters.
"""
import random

from aio_borders import AFTER, ENTRIES, HELPERS, SECOND, Borders
from aio_structures import Structures

DELAYS = ('0', '0', '0.25', '0.5', '0.5', '1', '1', '1.5', '2', '3')
CATCHES = ('asyncio.CancelledError', 'asyncio.CancelledError', 'ValueError', 'TimeoutError',
           'Exception', 'BaseException', '(asyncio.CancelledError, RuntimeError)')

KINDS = {'q': ('Queue', 'Queue', 'LifoQueue', 'PriorityQueue'),
         's': ('Semaphore', 'Semaphore', 'BoundedSemaphore')}
SIZES = {'q': ('', '1', '2'), 's': ('', '0', '1', '2'), 'b': ('1', '2', '2', '3')}

PRELUDE = '''\
import asyncio
import concurrent.futures
import contextlib
import contextvars
import threading
import time

pool = concurrent.futures.ThreadPoolExecutor(2)
var = contextvars.ContextVar('var', default=0)


def say(*words):
    print(asyncio.get_running_loop().time(), *words)


class Mark:
    """Says when it dies, as long as a loop runs."""

    def __init__(self, name):
        self.name = name

    def __del__(self, running=asyncio._get_running_loop):
        if running():
            print('gone', self.name)

    def __repr__(self):
        return f'Mark({self.name!r})'


def on_done(f):
    say('on_done', f.cancelled() or f.exception() or 'fine')


def on_time(*words):
    say('on_time', *words, var.get())


def settle(future, value):
    if not future.done():
        future.set_result(value)


def fail(text):
    raise KeyError(text)


def handler(loop, context):
    say('handler', context['message'].split('(')[0], repr(context.get('exception')))


async def late(group, coroutine):
    await asyncio.sleep(0.5)
    group.create_task(coroutine)


def work(mark, delay):
    print(time.monotonic(), 'works', mark, var.get())
    time.sleep(delay)
    print(time.monotonic(), 'worked', mark)
    return mark


def call_back(loop, mark):
    loop.call_soon_threadsafe(on_time, mark)
    time.sleep(0.5)
    loop.call_soon_threadsafe(on_time, mark, 'again')


def ask(loop, mark, delay):
    answer = asyncio.run_coroutine_threadsafe(asyncio.sleep(delay, mark), loop)
    print(time.monotonic(), 'answer', answer.result())

'''


# A deadlock at the end stops a run without the clean-up of a program's end. There CPython without
# its collector of cycles keeps what a kept traceback can reach through the frames' callers.
STOPPED = 'asyncio.run(asyncio.Event().wait())\n'


class Body(Structures, Borders):
    """The statements of one function, written line by line."""

    def __init__(self, program, number, kind):
        self.program, self.number, self.kind = program, number, kind
        self.random = program.random
        self.lines, self.depth, self.count, self.loops = [], 1, 0, 0
        self.name = f'{kind}{number}'

    def put(self, line):
        self.lines.append('    ' * self.depth + line)

    def pick(self, *choices):
        return self.random.choice(choices)

    def delay(self):
        return self.random.choice(DELAYS)

    def mark(self):
        self.count += 1
        return f'{self.name}.{self.count}'

    def some(self, letter):
        """One of the shared objects, by the first letter of its name."""
        return f'{letter}{self.random.randrange(self.program.shared[letter])}'

    def block(self, size=2):
        self.depth += 1
        for _ in range(self.random.randint(1, size)):
            self.statement()
        self.depth -= 1

    # ---- expressions -------------------------------------------------------------------------

    def call(self):
        """A coroutine object."""
        later = range(self.number + 1, self.program.coroutines)
        if later and self.random.random() < 0.75:
            return f'f{self.random.choice(later)}()'
        return self.pick(f'asyncio.sleep({self.delay()}, {self.mark()!r})', f'{self.some("e")}.wait()',
                         f'{self.some("q")}.get()', f'{self.some("l")}.acquire()')

    def awaitable(self):
        return self.pick(self.call(), self.call(), f'asyncio.create_task({self.call()})',
                         self.some('p'), 'tasks[-1]', 'tasks[0]')

    def a_task(self):
        return self.pick('tasks[-1]', 'tasks[0]', 'tasks[len(tasks) // 2]')

    # ---- statements --------------------------------------------------------------------------

    def statement(self):
        if self.depth > 5:
            return self.say()
        total = sum(weight for weight, _ in self.TABLE)
        at = self.random.randrange(total)
        for weight, make in self.TABLE:
            if at < weight:
                return make(self)
            at -= weight

    def say(self):
        self.put(f'say({self.mark()!r})')

    def sleep(self):
        self.put(f'await asyncio.sleep({self.delay()})')

    def await_call(self):
        self.put(f'say({self.mark()!r}, await {self.call()})')

    def start(self):
        name = self.pick('', '', f', name={self.mark()!r}')
        self.put(f'tasks.append(asyncio.create_task({self.call()}{name}))')
        if self.random.random() < 0.3:
            self.put('tasks[-1].add_done_callback(on_done)')

    def forget(self):
        self.put(self.pick(f'asyncio.create_task({self.call()})', 'del tasks[1:2]', 'tasks.reverse()',
                           f'{self.some("p")}.add_done_callback(on_done)'))

    def await_task(self):
        self.put(f'say({self.mark()!r}, await {self.a_task()})')

    def cancel(self):
        target = self.pick(self.a_task(), self.a_task(), self.some('p'), 'asyncio.current_task()')
        message = self.pick('', '', repr(self.mark()))
        self.put(f'say({self.mark()!r}, {target}.cancel({message}))')

    def cancel_later(self):
        self.put(f'loop.call_later({self.delay()}, {self.a_task()}.cancel)')

    def uncancel(self):
        self.put(f'say(asyncio.current_task().cancelling(), asyncio.current_task().uncancel())')

    def gather(self):
        if self.random.random() < 0.2:
            first, second = self.delay(), self.delay()
            return self.put(f'say(await asyncio.gather(asyncio.sleep({first}, 1), asyncio.sleep({second}, 2)))')
        parts = [self.awaitable() for _ in range(self.random.randint(0, 3))]
        if self.random.random() < 0.5:
            parts.append('return_exceptions=True')
        text = f'asyncio.gather({", ".join(parts)})'
        if self.random.random() < 0.2:
            return self.put(f'tasks.append({text})')
        self.put(f'say({self.mark()!r}, await {text})')

    def wait(self):
        parts = [self.pick(f'asyncio.create_task({self.call()})', self.a_task(), self.some('p'))
                 for _ in range(self.random.randint(1, 3))]
        options = self.pick('', '', f', timeout={self.delay()}')
        options += self.pick('', ', return_when=asyncio.FIRST_COMPLETED',
                             ', return_when=asyncio.FIRST_EXCEPTION')
        self.put(f'done, pending = await asyncio.wait([{", ".join(parts)}]{options})')
        self.put(f'say({self.mark()!r}, len(done), len(pending))')
        self.put('tasks.extend(done)')
        if self.random.random() < 0.5:
            self.put('for t in pending: t.cancel()')
        self.put('done = pending = None')

    def wait_for(self):
        limit = self.pick(self.delay(), self.delay(), 'None', '-1')
        self.put(f'say({self.mark()!r}, await asyncio.wait_for({self.awaitable()}, {limit}))')

    def timeout(self):
        self.put(f'async with asyncio.timeout({self.delay()}):')
        self.block()

    def queue(self):
        q = self.some('q')
        self.put(self.pick(f'await {q}.put({self.mark()!r})', f'say({q!r}, await {q}.get())',
                           f'{q}.put_nowait({self.mark()!r})', f'say({q!r}, {q}.get_nowait())',
                           f'{q}.task_done()', f'await {q}.join()', f'say({q}.qsize(), {q}.full())',
                           f'await {q}.put(Mark({self.mark()!r}))', f'say({q})'))

    def event(self):
        e = self.some('e')
        self.put(self.pick(f'await {e}.wait()', f'{e}.set()', f'{e}.set()', f'{e}.clear()',
                           f'loop.call_later({self.delay()}, {e}.set)', f'say({e!r}, {e}.is_set())'))

    def lock(self):
        lock = self.some('l')
        if self.random.random() < 0.2:
            return self.put(self.pick(f'{lock}.release()', f'say({lock!r}, {lock}.locked())'))
        self.put(f'async with {lock}:')
        self.block()

    def promise(self):
        p = self.some('p')
        self.put(self.pick(f'settle({p}, {self.mark()!r})', f'say({p!r}, await {p})',
                           f'loop.call_later({self.delay()}, settle, {p}, {self.mark()!r})',
                           f'{p}.set_result(Mark({self.mark()!r}))',
                           f'{p}.set_exception(ValueError({self.mark()!r}))',
                           f'say({p}.done(), {p}.cancelled())', f'say({p}.result())',
                           f'say({p}.exception())'))

    def callback(self):
        handle = self.pick('', 'handle = ')
        self.put(handle + self.pick(f'loop.call_soon(on_time, {self.mark()!r})',
                                    f'loop.call_later({self.delay()}, on_time, {self.mark()!r})',
                                    f'loop.call_at(loop.time() + {self.delay()}, on_time)',
                                    f'loop.call_soon(fail, {self.mark()!r})'))
        if handle and self.random.random() < 0.5:
            self.put('handle.cancel()')

    def attempt(self):
        self.put('try:')
        self.block(3)
        shape = self.random.random()
        if shape < 0.8:
            name = self.pick(' as exc', ' as exc', '')
            self.put(f'except {self.random.choice(CATCHES)}{name}:')
            self.depth += 1
            self.put(f'say({self.mark()!r}, repr(exc))' if name else f'say({self.mark()!r})')
            if self.random.random() < 0.3:
                self.put(self.pick('raise', f'raise ValueError({self.mark()!r})',
                                   f'raise RuntimeError({self.mark()!r}) from None'))
            else:
                self.statement()
            self.depth -= 1
        if shape > 0.6:
            self.put('finally:')
            self.block()

    def fail(self):
        self.put(f'if len(tasks) % {self.pick(2, 3)}:')
        self.depth += 1
        self.put(f'raise {self.pick("ValueError", "KeyError", "asyncio.CancelledError")}'
                 f'({self.mark()!r})')
        self.depth -= 1

    def leave(self):
        self.put(f'if loop.time() > {self.delay()}:')
        self.depth += 1
        self.put('return' if self.kind == 'g' else f'return {self.mark()!r}')
        self.depth -= 1

    def repeat(self):
        if self.loops:
            return self.sleep()
        self.loops += 1
        self.put(f'for i in range({self.pick(2, 3)}):')
        self.block()
        if self.random.random() < 0.3:
            self.put(f'    if i: {self.pick("break", "continue")}')
        self.loops -= 1

    def generator(self):
        g = self.random.randrange(self.program.generators)
        choice = self.random.random()
        if choice < 0.4:
            self.put(f'async for x in g{g}():')
            self.depth += 1
            self.put(f'say({self.mark()!r}, x)')
            self.statement()
            if self.random.random() < 0.5:
                self.put('break')
            self.depth -= 1
        elif choice < 0.6:
            self.put(f'say([x async for x in g{g}()])')
        elif choice < 0.7:
            self.put(f'agens.append(g{g}())')
        else:
            self.put(f'if not agens: agens.append(g{g}())')
            call = self.pick('asend(None)', f'asend({self.mark()!r})', 'aclose()', '__anext__()',
                             f'athrow(ValueError({self.mark()!r}))', 'athrow(GeneratorExit)')
            self.put(f'say({self.mark()!r}, await agens[-1].{call})')
            if self.random.random() < 0.3:
                self.put('agens.pop()')

    def produce(self):
        if self.kind != 'g':
            return self.generator() if self.program.generators else self.sleep()
        self.put(f'say({self.mark()!r}, (yield {self.mark()!r}))')

    def manager(self):
        self.put(f'async with Manager({self.mark()!r}, {self.delay()}):')
        self.block()

    def context(self):
        self.put(self.pick(f'var.set({self.random.randrange(100)})', 'say(var.get())'))

    def look(self):
        self.put(self.pick(f'say({self.a_task()})', f'say({self.some("p")})',
                           'say(len(asyncio.all_tasks()))', f'say({self.some("q")})',
                           'say(asyncio.current_task().get_name())', f'say({self.a_task()}.done())',
                           f'keep = Mark({self.mark()!r})', f'say({self.some("e")})',
                           'loop.set_exception_handler(handler)', f'say({self.some("l")})'))

    TABLE = ((6, say), (10, sleep), (6, await_call), (10, start), (2, forget), (4, await_task),
             (5, cancel), (3, cancel_later), (1, uncancel), (4, gather), (4, wait), (4, wait_for),
             (3, timeout), (6, queue), (4, event), (4, lock), (4, promise), (3, callback),
             (9, attempt), (3, fail), (2, leave), (2, repeat), (4, produce), (2, manager),
             (1, context), (3, look)) + Structures.STRUCTURES + Borders.BORDERS


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.coroutines = self.random.randint(2, 6)
        self.generators = self.random.randint(0, 2)
        self.shared = {letter: self.random.randint(1, 2) for letter in 'qelpscb'}

    def function(self, number, kind, header, size):
        body = Body(self, number, kind)
        body.put('loop = asyncio.get_running_loop()')
        for _ in range(self.random.randint(2, size)):
            body.statement()
        if kind == 'g' and not any('(yield ' in line for line in body.lines):
            body.put('yield 1')
        return '\n'.join([header] + body.lines) + '\n\n\n'

    def main(self):
        names = {'q': 'asyncio.{}({})', 'e': 'asyncio.Event()', 'l': 'asyncio.Lock()',
                 'p': 'loop.create_future()', 's': 'asyncio.{}({})', 'c': 'asyncio.Condition()',
                 'b': 'asyncio.Barrier({1})'}
        body = Body(self, 0, 'm')
        shared = [letter + str(i) for letter in self.shared for i in range(self.shared[letter])]
        body.put(f'global {", ".join(shared)}')
        body.put('loop = asyncio.get_running_loop()')
        for name in shared:
            kinds = KINDS.get(name[0], ('',))
            made = names[name[0]].format(self.random.choice(kinds), self.random.choice(SIZES.get(name[0], ('',))))
            body.put(f'{name} = {made}')
        body.put('tasks.append(asyncio.create_task(f0()))')
        for _ in range(self.random.randint(2, 8)):
            self.guarded(body)
        return 'async def main():\n' + '\n'.join(body.lines) + '\n\n\n'

    def guarded(self, body):
        """A statement of main(), which most of the time goes on after an error in it."""
        if self.random.random() < 0.2:
            return body.statement()
        body.put('try:')
        body.block(3)
        body.put('except BaseException as exc:')
        body.put(f'    say({body.mark()!r}, repr(exc))')

    def manager(self):
        text = ('class Manager:\n    def __init__(self, name, delay):\n'
                '        self.name, self.delay = name, delay\n\n')
        for name, parameters in (('__aenter__', 'self'), ('__aexit__', 'self, kind, exc, tb')):
            body = Body(self, self.coroutines, 'f')
            body.depth = 2
            body.put('loop = asyncio.get_running_loop()')
            body.put(f'say({name!r}, self.name' + (', repr(exc))' if 'exc' in parameters else ')'))
            body.put('await asyncio.sleep(self.delay)')
            if self.random.random() < 0.3:
                body.put(body.pick('return True', f'raise ValueError({body.mark()!r})'))
            text += f'    async def {name}({parameters}):\n' + '\n'.join(body.lines) + '\n\n'
        return text + '\n'

    def end(self):
        """How main() is run, and what comes after it."""
        if self.random.random() < 0.15:
            return 'asyncio.run(main())\n'
        entry = self.random.choice(('plain',) * 5 + tuple(ENTRIES))
        second = SECOND if self.random.random() < 0.2 else ''
        stopped = STOPPED if self.random.random() < 0.9 else ''
        return 'try:\n' + ENTRIES[entry] + AFTER + second + stopped

    def text(self):
        parts = [PRELUDE, HELPERS, 'tasks = []\nagens = []\n\n\n', self.manager()]
        for i in range(self.generators):
            parts.append(self.function(self.coroutines - 1, 'g', f'async def g{i}():', 5))
        for i in range(self.coroutines):
            parts.append(self.function(i, 'f', f'async def f{i}():', 6))
        parts += [self.main(), self.end()]
        return ''.join(parts)


def program_text(seed):
    return Program(seed).text()
