import asyncio
import time


class TokenBucket:
    """What is left to wait for comes to less than a nanosecond by rounding: it must pass all the same."""

    def __init__(self, rate, capacity):
        self.rate, self.capacity, self.tokens = rate, capacity, float(capacity)
        self.updated = time.monotonic()
        self.lock = asyncio.Lock()

    def refill(self):
        now = time.monotonic()
        self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    async def acquire(self):
        async with self.lock:
            self.refill()
            while self.tokens < 1:
                await asyncio.sleep((1 - self.tokens) / self.rate)
                self.refill()
            self.tokens -= 1


async def main():
    bucket = TokenBucket(rate=5, capacity=2)

    async def job(number):
        await bucket.acquire()
        print(f'job {number} at {time.monotonic():.3f}')

    await asyncio.gather(*map(job, range(8)))
    loop = asyncio.get_running_loop()
    before = loop.time()
    await asyncio.sleep(1e-20)
    loop.call_later(1e-30, print, 'called')
    await asyncio.sleep(1e-12)
    print(loop.time() > before, loop.time() - before < 1e-6)


asyncio.run(main())
before = time.monotonic()
time.sleep(1e-20)
print(time.monotonic() > before)
