import asyncio
import random
import time
from asyncio import Queue, Semaphore
from functools import lru_cache, wraps
from typing import AsyncIterator, Self
import uuid
import os
import hashlib
from urllib.parse import urljoin, urlparse

SITE = {
    "http://shop.test/": ["/a", "/b?x=1", "http://other.test/"],
    "http://shop.test/a": ["/b?x=1", "c"],
    "http://shop.test/b?x=1": ["/"],
    "http://shop.test/c": [],
}


class Crawler:
    def __init__(self, root: str, limit: int = 2) -> None:
        self.root, self.seen, self.found = root, set(), {}
        self.semaphore = Semaphore(limit)
        self.queue: Queue[str] = Queue()
        self.active = self.most = 0

    async def __aenter__(self) -> Self:
        self.tasks = [asyncio.create_task(self.work(), name=f"crawler-{i}") for i in range(4)]
        return self

    async def __aexit__(self, *exc_info) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def fetch(self, url: str) -> list[str]:
        async with self.semaphore:
            self.active += 1
            self.most = max(self.most, self.active)
            await asyncio.sleep(random.uniform(0.1, 0.3))
            self.active -= 1
            if url not in SITE:
                raise ConnectionError(f"cannot reach {urlparse(url).netloc}")
            return SITE[url]

    async def work(self) -> None:
        while True:
            url = await self.queue.get()
            try:
                links = await self.fetch(url)
                self.found[url] = len(links)
                for link in links:
                    self.add(urljoin(url, link))
            except ConnectionError as error:
                self.found[url] = error
            finally:
                self.queue.task_done()

    def add(self, url: str) -> None:
        if url not in self.seen:
            self.seen.add(url)
            self.queue.put_nowait(url)

    async def __aiter__(self) -> AsyncIterator[tuple[str, object]]:
        self.add(self.root)
        await self.queue.join()
        for item in sorted(self.found.items()):
            yield item


async def main() -> None:
    random.seed(1)
    started = time.perf_counter()
    async with Crawler("http://shop.test/") as crawler:
        async for url, result in crawler:
            print(f"{url:<28} {result!r}")
    print(f"{time.perf_counter() - started:.1f}s", crawler.most, [t.cancelled() for t in crawler.tasks])
    print(hashlib.sha256(b"page").hexdigest()[:12], uuid.UUID(int=5), os.getenv("NOPE", "none"))


if __name__ == "__main__":
    asyncio.run(main())
