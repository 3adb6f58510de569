"""Random statements at asyncio's borders: contexts, other loops, runners, threads, odd awaitables, and
exceptions that end the program."""

# What the statements below use; aio_programs.PRELUDE comes before it.
HELPERS = '''\
class Odd:
    """Awaits what no future is, or something else once more."""

    def __init__(self, *values):
        self.values = values

    def __await__(self):
        for value in self.values:
            say('odd', (yield value))
        return 'odd'


def lines_of(task):
    """Those in this file: the library has others."""
    return [frame.f_lineno for frame in task.get_stack() if frame.f_code.co_filename == __file__]


async def use(thing, mark):
    async with thing:
        say('use', mark)
        await asyncio.sleep(0.5)


async def take(queue, mark):
    say('take', mark, await queue.get())


async def hear(event, mark):
    say('hear', mark, await event.wait())


async def listen(condition, mark):
    async with condition:
        say('listen', mark, await condition.wait())


async def one_of(awaitable):
    return await awaitable


async def elsewhere(mark, delay):
    say('elsewhere', mark, var.get(), len(asyncio.all_tasks()))
    task = asyncio.create_task(asyncio.sleep(delay, mark))
    say(await asyncio.wait_for(task, 1))
    return mark


def own_loop(mark, delay):
    try:
        print(time.monotonic(), 'own', asyncio.run(elsewhere(mark, delay)))
    except Exception as exc:
        print(time.monotonic(), 'own', repr(exc))


def ask_with_limit(loop, mark, delay):
    answer = asyncio.run_coroutine_threadsafe(asyncio.sleep(delay, mark), loop)
    try:
        print(time.monotonic(), answer.result(0.5))
    except TimeoutError as exc:
        print(time.monotonic(), mark, repr(exc), answer.cancel())


async def whole(mark, delay):
    """The main coroutine of a run that comes after the first."""
    say('whole', mark, var.get())
    var.set(mark)
    task = asyncio.create_task(asyncio.sleep(delay, mark))
    try:
        return await asyncio.wait_for(task, 1)
    finally:
        asyncio.create_task(asyncio.sleep(5))


'''

# How a program may run main(): {} is its debug mode.
ENTRIES = {
    'plain': '    asyncio.run(main())\n',
    'debug': '    asyncio.run(main(), debug=True)\n',
    'runner': '    with asyncio.Runner() as runner:\n'
              '        runner.run(main())\n'
              '        print(runner.run(whole(1, 0.5)))\n'
              '        print(runner.run(whole(2, 2), context=contextvars.copy_context()))\n',
    'factory': '    with asyncio.Runner(loop_factory=asyncio.EventLoop) as runner:\n'
               '        runner.get_loop().set_task_factory(asyncio.eager_task_factory)\n'
               '        print(runner.run(main()))\n',
    'thread': '    thread = threading.Thread(target=own_loop, args=("beside", 1.5))\n'
              '    thread.start()\n'
              '    asyncio.run(main())\n'
              '    thread.join()\n',
}
AFTER = 'except BaseException as exc:\n    print(\'main\', repr(exc))\n'
SECOND = '''\
try:
    print(asyncio.run(whole('second', 0.5)))
except BaseException as exc:
    print('second', repr(exc))
'''


class Borders:
    """Statements that aio_programs.Body takes on."""

    def contexts(self):
        self.put(self.pick('context = contextvars.copy_context()', 'context = contextvars.Context()'))
        self.put(self.pick(
            f'tasks.append(loop.create_task({self.call()}, context=context))',
            f'loop.call_soon(on_time, {self.mark()!r}, context=context)',
            f'loop.call_later({self.delay()}, on_time, {self.mark()!r}, context=context)',
            f'{self.some("p")}.add_done_callback(on_done, context=context)',
            f'context.run(var.set, {self.random.randrange(100)})',
            f'say({self.mark()!r}, context.run(var.get))'))
        if self.random.random() < 0.5:
            self.put('say(context.get(var), var.get())')
        self.put('context = None')

    def token(self):
        self.put(f'token = var.set({self.random.randrange(100)})')
        self.statement()
        self.put('var.reset(token)')

    def stop_all(self):
        """Exceptions that leave the loop itself."""
        kind = self.pick('KeyboardInterrupt', 'SystemExit')
        self.put(f'if len(tasks) % {self.pick(3, 4, 5)} == 2:')
        self.put(f'    raise {kind}({self.mark()!r})')

    def several(self):
        """An exception group, raised here, or by a group within a group."""
        inner = self.pick('ValueError(1), KeyError(2)', 'ValueError(1), TimeoutError()',
                          "ExceptionGroup('inner', [ValueError(3)]), OSError(4)")
        self.put('try:')
        if self.random.random() < 0.5:
            self.put(f'    raise ExceptionGroup({self.mark()!r}, [{inner}])')
        else:
            self.block()
        for kind in self.random.sample(('ValueError', 'KeyError', 'TimeoutError', 'OSError'), 2):
            self.put(f'except* {kind} as some:')
            self.depth += 1
            self.put(f'say({self.mark()!r}, repr(some), len(some.exceptions))')
            if self.random.random() < 0.3:
                self.put(self.pick('raise', f'raise RuntimeError({self.mark()!r})', 'await asyncio.sleep(0)'))
            self.depth -= 1

    def odd(self):
        value = self.pick('None', 'None', '5', self.some('p'), 'asyncio.current_task()', "'x'", 'None, None')
        self.put(self.pick(f'say({self.mark()!r}, await Odd({value}))',
                           f'tasks.append(asyncio.create_task(one_of(Odd({value}))))',
                           f'say(await asyncio.wait_for(Odd({value}), {self.delay()}))'))

    def race(self):
        """Two tasks on one async generator, or one that is closed while it runs."""
        if not self.program.generators or self.kind == 'g':
            return self.sleep()
        g = self.random.randrange(self.program.generators)
        self.put(f'agen = g{g}()')
        for _ in range(self.random.randint(1, 3)):
            call = self.pick('__anext__()', '__anext__()', 'asend(None)', 'aclose()', 'athrow(ValueError(1))')
            self.put(self.pick(f'tasks.append(asyncio.create_task(one_of(agen.{call})))',
                               f'tasks.append(asyncio.ensure_future(agen.{call}))',
                               f'say({self.mark()!r}, await asyncio.wait_for(agen.{call}, {self.delay()}))',
                               f'say({self.mark()!r}, await anext(agen, None))',
                               'say(agen.ag_running, agen.ag_await is None)'))
        if self.random.random() < 0.4:
            self.put('async with contextlib.aclosing(agen):')
            self.block()
        self.put('agen = None')

    def other_threads(self):
        mark, delay = repr(self.mark()), self.delay()
        self.put(self.pick(
            f'threading.Thread(target=own_loop, args=({mark}, {delay})).start()',
            f'await asyncio.to_thread(own_loop, {mark}, {delay})',
            f'tasks.append(asyncio.create_task(asyncio.to_thread(ask_with_limit, loop, {mark}, {delay})))',
            f'await asyncio.to_thread(ask_with_limit, loop, {mark}, {delay})',
            f'tasks.append(loop.run_in_executor(pool, work, {mark}, {delay}))',
            f'tasks.append(loop.run_in_executor(pool, work, {mark}, {delay}))',
            f'say(await asyncio.wrap_future(pool.submit(work, {mark}, {delay})))',
            'say(pool.submit(work, 0, 1).cancel())'))

    def loop_itself(self):
        self.put(self.pick(
            'loop.stop()', 'await loop.shutdown_asyncgens()', 'loop.close()',
            'loop.run_until_complete(asyncio.sleep(0))', f'asyncio.run({self.call()})',
            "loop.call_exception_handler({'message': 'mine', 'exception': ValueError(1)})",
            'loop.set_exception_handler(lambda loop, context: 1 / 0)', 'loop.set_exception_handler(None)',
            'say(loop)', 'say(loop.is_running(), loop.get_debug())',
            'await loop.shutdown_default_executor()', 'loop.set_debug(not loop.get_debug())'))

    def inspect(self):
        t = self.a_task()
        self.put(self.pick(
            f'say({t}.get_name(), {t}.get_coro())',
            f'say(lines_of({t}))', f'{t}.print_stack(limit={self.pick("None", 1, 2)})',
            f'{t}.set_name({self.mark()!r})', f'say({t}.remove_done_callback(on_done))',
            f'say({t}.get_context() is None)', f'say({t}.cancelling())',
            'say([t.get_name() for t in asyncio.all_tasks()])', f'say(asyncio.isfuture({t}))',
            f'say(asyncio.ensure_future({t}) is {t})', f'{t}.set_result(1)', f'say({t}.result())',
            f'say({t}.exception())'))

    def future(self):
        p = self.some('p')
        # A report shows the callback's future shortened: in debug mode, by a line of the library.
        failing = f'lambda f: loop.get_debug() or fail({self.mark()!r})'
        self.put(self.pick(f'{p}.set_exception(StopIteration)', f'{p}.set_exception(KeyError)',
                           f'say({p}.cancel({self.mark()!r}))', f'{p} = loop.create_future()',
                           f'{p}.set_exception(asyncio.CancelledError({self.mark()!r}))',
                           f'{p}.add_done_callback({failing})',
                           f'say({p}.remove_done_callback(on_done))', f'say({p}.get_loop() is loop)',
                           f'{p}.add_done_callback(tasks[-1].cancel)'))

    def late_limit(self):
        self.put(f'async with asyncio.timeout_at({self.pick("None", "loop.time()", f"loop.time() + {self.delay()}", "1")}) '
                 'as limit:')
        self.block()
        self.put('say(limit.when(), limit.expired())')

    BORDERS = ((2, contexts), (1, token), (1, stop_all), (2, several), (2, odd), (2, race), (2, other_threads),
               (1, loop_itself), (2, inspect), (2, future), (1, late_limit))
