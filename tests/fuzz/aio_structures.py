"""Random statements with groups, shields, semaphores, conditions, barriers, threads and eager tasks."""


class Structures:
    """Statements that aio_programs.Body takes on: it has put(), pick(), mark(), call() and so on."""

    def group(self):
        self.put('async with asyncio.TaskGroup() as group:')
        self.depth += 1
        for _ in range(self.random.randint(1, 3)):
            name = self.pick('', '', f', name={self.mark()!r}')
            self.put(f'tasks.append(group.create_task({self.call()}{name}))')
        if self.random.random() < 0.3:
            self.put(f'group.create_task(late(group, {self.call()}))')
        self.depth -= 1
        if self.random.random() < 0.6:
            self.block()
        self.put('group = None')

    def star(self):
        self.put('try:')
        self.depth += 1
        self.group()
        self.depth -= 1
        kind = self.pick('ValueError', 'KeyError', 'Exception', '(ValueError, TimeoutError)')
        self.put(f'except* {kind} as several:')
        self.put(f'    say({self.mark()!r}, repr(several))')

    def shield(self):
        text = f'asyncio.shield({self.awaitable()})'
        if self.random.random() < 0.3:
            text = f'asyncio.wait_for({text}, {self.delay()})'
        elif self.random.random() < 0.2:
            return self.put(f'tasks.append({text})')
        self.put(f'say({self.mark()!r}, await {text})')

    def as_completed(self):
        parts = ', '.join(self.awaitable() for _ in range(self.random.randint(1, 3)))
        limit = self.pick('', '', f', timeout={self.delay()}')
        plain = self.random.random() < 0.5
        self.put(f'{"for" if plain else "async for"} t in asyncio.as_completed([{parts}]{limit}):')
        self.put(f'    say({self.mark()!r}, await t)')
        self.put('t = None')

    def semaphore(self):
        s = self.some('s')
        if self.random.random() < 0.3:
            return self.put(self.pick(f'say({s}.locked())', f'say({s})', f'{s}.release()',
                                      f'await {s}.acquire()'))
        self.put(f'async with {s}:')
        self.block()

    def condition(self):
        c = self.some('c')
        self.put(f'async with {c}:')
        self.depth += 1
        self.put(self.pick(f'await {c}.wait()', f'{c}.notify()', f'{c}.notify(2)',
                           f'{c}.notify_all()', f'say({c})',
                           f'say({self.mark()!r}, await {c}.wait_for(lambda: len(tasks) > 3))'))
        if self.random.random() < 0.4:
            self.statement()
        self.depth -= 1

    def barrier(self):
        b = self.some('b')
        self.put(self.pick(f'say({self.mark()!r}, await {b}.wait())',
                           f'say({self.mark()!r}, await {b}.wait())', f'say({b})',
                           f'await {b}.reset()', f'await {b}.abort()',
                           f'say({b}.n_waiting, {b}.broken)'))

    def thread(self):
        work = f'work, {self.mark()!r}, {self.delay()}'
        self.put(self.pick(f'say({self.mark()!r}, await asyncio.to_thread({work}))',
                           f'tasks.append(loop.run_in_executor(None, {work}))',
                           f'tasks.append(asyncio.create_task(asyncio.to_thread({work})))',
                           f'say(await asyncio.to_thread(call_back, loop, {self.mark()!r}))',
                           f'await asyncio.to_thread(ask, loop, {self.mark()!r}, {self.delay()})',
                           f'time.sleep({self.delay()})',
                           f'say(await loop.run_in_executor(None, fail, {self.mark()!r}))'))

    def eager(self):
        """From now on tasks begin at once, or do not; sometimes for a while only."""
        factory = self.pick('asyncio.eager_task_factory', 'asyncio.eager_task_factory', 'None')
        self.put(f'loop.set_task_factory({factory})')
        if self.random.random() < 0.5:
            self.start()
            self.put('loop.set_task_factory(None)')

    def shut(self):
        q = self.some('q')
        self.put(self.pick(f'{q}.shutdown()', f'{q}.shutdown(immediate=True)'))

    def move_timeout(self):
        self.put(f'async with asyncio.timeout({self.pick("None", self.delay())}) as limit:')
        self.depth += 1
        self.statement()
        self.put(f'limit.reschedule({self.pick("None", f"loop.time() + {self.delay()}")})')
        self.statement()
        self.depth -= 1
        self.put('say(limit.expired())')

    def crowd(self):
        """Tasks in one line, of whom one is let through and perhaps cancelled in the same iteration."""
        letter = self.pick('s', 'l', 'q', 'c', 'e')
        thing = self.some(letter)
        take, give = {'q': ('take', f'{thing}.put_nowait({self.mark()!r})'),
                      'e': ('hear', f'{thing}.set()'),
                      'c': ('listen', f'async with {thing}: {thing}.notify()')}.get(
                          letter, ('use', f'{thing}.release()'))
        if letter == 'l':
            self.put(f'await {thing}.acquire()')
        elif letter == 'e':
            self.put(f'{thing}.clear()')
        self.put(f'crowd = [asyncio.create_task({take}({thing}, {self.mark()!r})) for i in range(3)]')
        self.put('await asyncio.sleep(0)')
        steps = [give, f'crowd[0].cancel({self.mark()!r})',
                 self.pick('crowd[1].cancel()', give, 'await asyncio.sleep(0)')]
        self.random.shuffle(steps)
        for step in steps:
            self.put(step)
        self.put('tasks.extend(crowd)')
        self.put('crowd = None')

    STRUCTURES = ((3, crowd), (5, group), (3, star), (4, shield), (4, as_completed), (4, semaphore), (4, condition),
                  (3, barrier), (3, thread), (2, eager), (1, shut), (2, move_timeout))
