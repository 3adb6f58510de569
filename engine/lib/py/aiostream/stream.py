"""The operators. Each is an asynchronous generator over its sources."""

import asyncio
import builtins
import operator as _op
from collections import deque as _deque
from inspect import isawaitable as _isawaitable, iscoroutinefunction as _iscoroutinefunction
from .core import Stream, operator, pipable_operator, streamcontext

# ---- Making ------------------------------------------------------------------------------------


def iterate(it):
    if isinstance(it, Stream):
        return it
    if hasattr(it, '__aiter__'):
        return _from_async(it)
    if hasattr(it, '__iter__'):
        return _from_iterable(it)
    raise TypeError(f"'{type(it).__name__}' object is not iterable (async or not)")


@operator
async def _from_iterable(it):
    for item in it:
        await asyncio.sleep(0)
        yield item


@operator
async def _from_async(it):
    async with streamcontext(it) as streamer:
        async for item in streamer:
            yield item


@operator
async def preserve(ait):
    """The same without closing the source at the end."""
    async for item in ait:
        yield item


@operator
async def just(value):
    yield await value if _isawaitable(value) else value


@operator
async def call(func, *args, **kwargs):
    result = func(*args, **kwargs)
    yield await result if _isawaitable(result) else result


@operator
async def throw(exc):
    if False:
        yield
    raise exc


@operator
async def empty():
    if False:
        yield


@operator
async def never():
    if False:
        yield
    await asyncio.get_running_loop().create_future()


@operator
async def repeat(value, times=None, *, interval=0.0):
    left = times
    while left is None or left > 0:
        yield value
        if left is not None:
            left -= 1
        if left is None or left > 0:
            await asyncio.sleep(interval)


@operator
async def range(*args, interval=0.0):
    first = True
    for number in builtins.range(*args):
        if not first or not interval:
            await asyncio.sleep(0 if first else interval)
        first = False
        yield number


@operator
async def count(start=0, step=1, *, interval=0.0):
    number = start
    while True:
        yield number
        await asyncio.sleep(interval)
        number += step


# ---- Combining ---------------------------------------------------------------------------------


@operator
async def chain(*sources):
    for source in sources:
        async with streamcontext(source) as streamer:
            async for item in streamer:
                yield item


@operator
async def zip(*sources, strict=False):
    if not sources:
        return
    streamers = [streamcontext(source) for source in sources]
    try:
        for streamer in streamers:
            await streamer.__aenter__()
        while True:
            items = await asyncio.gather(*[_next_of(streamer) for streamer in streamers])
            ended = [not found for found, _ in items]
            if any(ended):
                if strict and not builtins.all(ended):
                    raise ValueError('iterables have different lengths')
                return
            yield tuple(item for _, item in items)
    finally:
        for streamer in reversed(streamers):
            await streamer.__aexit__(None, None, None)


async def _next_of(streamer):
    """(True, item), or (False, None) at the end."""
    try:
        return True, await anext(streamer)
    except StopAsyncIteration:
        return False, None


class _Group:
    """Streams that are run through at the same time; their items come as they are ready."""

    def __init__(self):
        self._streamers = {}  # task -> streamer

    def __len__(self):
        return len(self._streamers)

    async def add(self, source):
        streamer = streamcontext(source)
        await streamer.__aenter__()
        self._await_next(streamer)
        return streamer

    def _await_next(self, streamer):
        self._streamers[asyncio.ensure_future(_next_of(streamer))] = streamer

    async def wait(self):
        """[(streamer, found, item)] of those that have something."""
        done, _ = await asyncio.wait(self._streamers, return_when=asyncio.FIRST_COMPLETED)
        found = []
        for task in [task for task in self._streamers if task in done]:
            streamer = self._streamers.pop(task)
            there, item = task.result()
            if there:
                self._await_next(streamer)
            else:
                await streamer.__aexit__(None, None, None)
            found.append((streamer, there, item))
        return found

    async def drop(self, streamer):
        for task, one in builtins.list(self._streamers.items()):
            if one is streamer:
                del self._streamers[task]
                task.cancel()
                await asyncio.wait([task])
                if not task.cancelled():
                    task.exception()  # nobody wants it any more
                await streamer.__aexit__(None, None, None)

    async def close(self):
        for streamer in builtins.list(self._streamers.values()):
            await self.drop(streamer)


@operator
async def merge(*sources):
    group = _Group()
    try:
        for source in sources:
            await group.add(source)
        while len(group):
            for _, there, item in await group.wait():
                if there:
                    yield item
    finally:
        await group.close()


@operator
async def ziplatest(*sources, partial=True, default=None):
    group, latest = _Group(), {}
    try:
        places = {}
        for place, source in builtins.enumerate(sources):
            places[await group.add(source)] = place
        while len(group):
            for streamer, there, item in await group.wait():
                if not there:
                    continue
                latest[places[streamer]] = item
                if partial or len(latest) == len(sources):
                    yield tuple(latest.get(place, default)
                                for place in builtins.range(len(sources)))
    finally:
        await group.close()


# ---- Transforming ------------------------------------------------------------------------------


@pipable_operator
async def map(source, func, *more_sources, ordered=True, task_limit=None):
    if task_limit is not None and not task_limit > 0:
        raise ValueError('The task limit must be None or greater than 0')
    both = zip(source, *more_sources) if more_sources else source
    if not _iscoroutinefunction(func):
        async with streamcontext(both) as streamer:
            async for item in streamer:
                yield func(*item) if more_sources else func(item)
        return
    started = Stream(lambda: _started(both, func, bool(more_sources)))
    joined = concat if ordered else flatten
    async with streamcontext(joined(started, task_limit=task_limit)) as streamer:
        async for item in streamer:
            yield item


async def _started(source, func, several):
    async with streamcontext(source) as streamer:
        async for item in streamer:
            yield call(func, *item) if several else call(func, item)


@pipable_operator
async def starmap(source, func, ordered=True, task_limit=None):
    async def apply(args):
        return await func(*args)

    starred = apply if _iscoroutinefunction(func) else lambda args: func(*args)
    async with streamcontext(map(source, starred, ordered=ordered,
                                 task_limit=task_limit)) as streamer:
        async for item in streamer:
            yield item


@pipable_operator
async def enumerate(source, start=0, step=1):
    number = start
    async with streamcontext(source) as streamer:
        async for item in streamer:
            yield number, item
            number += step


@pipable_operator
async def cycle(source):
    while True:
        found = False
        async with streamcontext(source) as streamer:
            async for item in streamer:
                found = True
                yield item
        if not found:
            return
        await asyncio.sleep(0)


@pipable_operator
async def chunks(source, n):
    chunk = []
    async with streamcontext(source) as streamer:
        async for item in streamer:
            chunk.append(item)
            if len(chunk) == n:
                yield chunk
                chunk = []
    if chunk:
        yield chunk


# ---- Selecting ---------------------------------------------------------------------------------


@pipable_operator
async def take(source, n):
    if n <= 0:
        return
    async with streamcontext(source) as streamer:
        async for item in streamer:
            yield item
            n -= 1
            if n <= 0:
                return


@pipable_operator
async def takelast(source, n):
    kept = _deque(maxlen=max(n, 0))
    async with streamcontext(source) as streamer:
        async for item in streamer:
            kept.append(item)
        for item in kept:
            yield item


@pipable_operator
async def skip(source, n):
    async with streamcontext(source) as streamer:
        async for item in streamer:
            if n > 0:
                n -= 1
            else:
                yield item


@pipable_operator
async def skiplast(source, n):
    held = _deque()
    async with streamcontext(source) as streamer:
        async for item in streamer:
            held.append(item)
            if len(held) > max(n, 0):
                yield held.popleft()


async def _holds(func, item):
    return await func(item) if _iscoroutinefunction(func) else func(item)


@pipable_operator
async def filter(source, func):
    async with streamcontext(source) as streamer:
        async for item in streamer:
            if await _holds(func, item):
                yield item


@pipable_operator
async def until(source, func):
    async with streamcontext(source) as streamer:
        async for item in streamer:
            yield item
            if await _holds(func, item):
                return


@pipable_operator
async def takewhile(source, func):
    async with streamcontext(source) as streamer:
        async for item in streamer:
            if not await _holds(func, item):
                return
            yield item


@pipable_operator
async def dropwhile(source, func):
    dropping = True
    async with streamcontext(source) as streamer:
        async for item in streamer:
            dropping = dropping and await _holds(func, item)
            if not dropping:
                yield item


@pipable_operator
async def getitem(source, index):
    if isinstance(index, slice):
        start, stop, step = index.start or 0, index.stop, index.step or 1
        if start < 0 or stop is not None and stop < 0 or step < 1:
            raise ValueError('a stream has no end to count from: negative slices are not possible')
        if stop == 0:
            return
        async with streamcontext(enumerate(source)) as streamer:
            async for place, item in streamer:
                if place >= start and (place - start) % step == 0:
                    yield item
                if place + 1 == stop:
                    return
        return
    async with streamcontext(enumerate(source)) as streamer:
        async for place, item in streamer:
            if place == index:
                yield item
                return
    raise IndexError('Index out of range')


# ---- Adding up ---------------------------------------------------------------------------------

_NOTHING = object()


@pipable_operator
async def accumulate(source, func=_op.add, initializer=_NOTHING):
    value = initializer
    if value is not _NOTHING:
        yield value
    async with streamcontext(source) as streamer:
        async for item in streamer:
            if value is _NOTHING:
                value = item
            else:
                value = func(value, item)
                if _iscoroutinefunction(func):
                    value = await value
            yield value


@pipable_operator
async def reduce(source, func, initializer=_NOTHING):
    last = _NOTHING
    async with streamcontext(accumulate(source, func, initializer)) as streamer:
        async for last in streamer:
            pass
    if last is not _NOTHING:
        yield last


@pipable_operator
async def list(source):
    items = []
    async with streamcontext(source) as streamer:
        async for item in streamer:
            items.append(item)
    yield items


# ---- Streams of streams ------------------------------------------------------------------------


@pipable_operator
async def concat(source, task_limit=None):
    """The streams that the source gives, one after the other. With a limit above 1, or none, they
    run at the same time, and what comes early waits for its turn."""
    limit = task_limit
    running = _deque()  # pairs of a queue of items and the task that fills it
    slots = asyncio.Semaphore(limit) if limit else None

    async def fill(inner, queue):
        try:
            async with streamcontext(inner) as streamer:
                async for item in streamer:
                    queue.put_nowait((True, item))
            queue.put_nowait((False, None))
        except Exception as exc:
            queue.put_nowait((None, exc))
        finally:
            if slots is not None:
                slots.release()

    async def start_all():
        try:
            async with streamcontext(source) as streamer:
                async for inner in streamer:
                    if slots is not None:
                        await slots.acquire()
                    queue = asyncio.Queue()
                    started.put_nowait((True, (queue, asyncio.create_task(fill(inner, queue)))))
            started.put_nowait((False, None))
        except Exception as exc:
            started.put_nowait((None, exc))

    started = asyncio.Queue()
    starter = asyncio.create_task(start_all())
    try:
        while True:
            there, entry = await started.get()
            if there is None:
                raise entry
            if not there:
                return
            running.append(entry[1])
            while True:
                there, item = await entry[0].get()
                if there is None:
                    raise item
                if not there:
                    break
                yield item
    finally:
        while not started.empty():
            there, entry = started.get_nowait()
            if there:
                running.append(entry[1])
        for task in [starter, *running]:
            task.cancel()
        await asyncio.gather(starter, *running, return_exceptions=True)


@pipable_operator
async def flatten(source, task_limit=None):
    """The items of all streams that the source gives, as they come."""
    group = _Group()
    try:
        sources = await group.add(source)
        waiting, open_streams, held = True, 0, _deque()
        while len(group) or held:
            while held and (not task_limit or open_streams < task_limit):
                await group.add(held.popleft())
                open_streams += 1
            for streamer, there, item in await group.wait():
                if streamer is sources:
                    if there:
                        held.append(item)
                elif there:
                    yield item
                else:
                    open_streams -= 1
    finally:
        await group.close()


@pipable_operator
async def switch(source):
    """The items of the newest stream that the source gave."""
    group, newest = _Group(), None
    try:
        sources = await group.add(source)
        while len(group):
            for streamer, there, item in await group.wait():
                if streamer is not sources:
                    if there and streamer is newest:
                        yield item
                elif there:
                    if newest is not None:
                        await group.drop(newest)
                    newest = await group.add(item)
    finally:
        await group.close()


def _mapped(joined):
    async def operate(source, func, *more_sources, task_limit=None):
        kwargs = {} if joined is switch else {'task_limit': task_limit}
        inner = map(source, func, *more_sources)
        async with streamcontext(joined(inner, **kwargs)) as streamer:
            async for item in streamer:
                yield item

    operate.__name__ = operate.__qualname__ = f'{joined.__name__}map'
    return pipable_operator(operate)


concatmap = _mapped(concat)
flatmap = _mapped(flatten)
flatmap.__name__ = flatmap.__qualname__ = 'flatmap'
switchmap = _mapped(switch)

# ---- Time --------------------------------------------------------------------------------------


@pipable_operator
async def spaceout(source, interval):
    """At least so many seconds between two items."""
    due = 0.0
    loop = asyncio.get_running_loop()
    async with streamcontext(source) as streamer:
        async for item in streamer:
            delay = due - loop.time()
            if delay > 0:
                await asyncio.sleep(delay)
            due = loop.time() + interval
            yield item


@pipable_operator
async def delay(source, delay):
    await asyncio.sleep(delay)
    async with streamcontext(source) as streamer:
        async for item in streamer:
            yield item


@pipable_operator
async def timeout(source, timeout):
    """TimeoutError where an item takes longer."""
    async with streamcontext(source) as streamer:
        while True:
            try:
                item = await asyncio.wait_for(anext(streamer), timeout)
            except StopAsyncIteration:
                return
            yield item


# ---- On the way --------------------------------------------------------------------------------


@pipable_operator
async def action(source, func, ordered=True, task_limit=None):
    async def act(item):
        await _holds(func, item)
        return item

    if not _iscoroutinefunction(func):
        async with streamcontext(source) as streamer:
            async for item in streamer:
                yield await act(item)
        return
    async with streamcontext(map(source, act, ordered=ordered,
                                 task_limit=task_limit)) as streamer:
        async for item in streamer:
            yield item


@pipable_operator
async def print(source, template='{}', sep=' ', end='\n', file=None, flush=False):
    async with streamcontext(source) as streamer:
        async for item in streamer:
            builtins.print(template.format(item), sep=sep, end=end, file=file, flush=flush)
            yield item


def _combining_pipe(operator):
    """merge, chain, zip: what stands before the `|` is the first source."""
    return lambda *sources, **kwargs: lambda source: operator(source, *sources, **kwargs)


for _combining in (chain, zip, merge, ziplatest):
    _combining.pipe = _combining_pipe(_combining)
del _combining
