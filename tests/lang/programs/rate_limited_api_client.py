import asyncio
import contextlib
import functools
import inspect
import itertools
import random
import time


class TokenBucket:
    """At most `rate` calls a second, bursts up to `capacity`."""

    def __init__(self, rate: float, capacity: int) -> None:
        self.rate, self.capacity = rate, capacity
        self.tokens, self.updated = float(capacity), None

    def _refill(self) -> None:
        now = asyncio.get_running_loop().time()
        if self.updated is not None:
            self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    async def acquire(self) -> float:
        waited = 0.0
        while True:
            self._refill()
            if self.tokens >= 1 - 1e-9:
                self.tokens -= 1
                return waited
            pause = (1 - self.tokens) / self.rate
            await asyncio.sleep(pause)
            waited += pause


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, threshold: int, reset: float):
        self.threshold, self.reset = threshold, reset
        self.failures, self.opened = 0, None

    def __call__(self, func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            now = time.monotonic()
            if self.opened is not None and now - self.opened < self.reset:
                raise CircuitOpen(f"{func.__qualname__}: wait {self.reset - (now - self.opened):.1f} s")
            try:
                result = await func(*args, **kwargs)
            except (ConnectionError, asyncio.TimeoutError):
                self.failures += 1
                if self.failures >= self.threshold:
                    self.opened = time.monotonic()
                raise
            else:
                self.failures, self.opened = 0, None
                return result
        wrapper.breaker = self
        return wrapper


def timed(func):
    if not inspect.iscoroutinefunction(func):
        raise TypeError(f"{func.__name__} is not a coroutine function")

    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        begin = time.perf_counter()
        try:
            return await func(*args, **kwargs)
        finally:
            wrapper.spent += time.perf_counter() - begin

    wrapper.spent = 0.0
    return wrapper


class Api:
    bucket = TokenBucket(rate=5, capacity=2)
    down = range(4, 8)
    calls = itertools.count()

    @timed
    @CircuitBreaker(threshold=3, reset=1.0)
    async def get(self, path: str) -> dict:
        number = next(self.calls)
        await asyncio.sleep(0.05)
        if number in self.down:
            raise ConnectionResetError(104, f"Connection reset by peer: {path}")
        if path.endswith("slow"):
            await asyncio.sleep(10)
        return {"path": path, "number": number}

    async def polite(self, path: str, *, timeout: float = 0.5):
        waited = await self.bucket.acquire()
        try:
            async with asyncio.timeout(timeout):
                result = await self.get(path)
        except* ConnectionError as group:
            print(f"  {path}: {group.exceptions[0]!r}")
        except* TimeoutError:
            print(f"  {path}: too slow")
        except* CircuitOpen as group:
            print(f"  {path}: {group.exceptions[0]}")
        else:
            return result["number"], round(waited, 2)


async def main():
    api = Api()
    print(await asyncio.gather(*(api.polite(f"/item/{n}") for n in range(4))))
    for n in range(6):
        print(n, await api.polite(f"/page/{n}" if n != 4 else "/page/slow"))
    await asyncio.sleep(1)
    print(await api.polite("/late", timeout=1))
    async for done in asyncio.as_completed([asyncio.create_task(api.polite(f"/x/{n}"), name=f"x{n}") for n in range(3)]):
        print(done.get_name(), await done)
    with contextlib.suppress(TypeError):
        timed(len)
    print(f"{Api.get.spent:.2f}", Api.get.__name__, Api.get.__wrapped__.breaker.failures, inspect.signature(Api.get))
    try:
        async with asyncio.timeout(0.1) as scope:
            scope.reschedule(asyncio.get_running_loop().time() + 0.2)
            await asyncio.shield(asyncio.sleep(1))
    except TimeoutError:
        print("expired", scope.expired())


asyncio.run(main(), debug=False)
