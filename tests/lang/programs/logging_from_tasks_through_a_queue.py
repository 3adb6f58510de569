import asyncio
import logging
import logging.handlers
import queue
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


class Context(logging.Filter):
    def filter(self, record):
        task = asyncio.current_task() if threading.current_thread() is threading.main_thread() else None
        record.task = task.get_name() if task else "-"
        return "secret" not in record.getMessage()


class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['job']}] {msg}", kwargs


logger = logging.getLogger("app.jobs")
logger.setLevel(logging.DEBUG)
logger.propagate = False
collect = Collect()
collect.setFormatter(logging.Formatter("{levelname:<7} {task} {message}", style="{"))
records = queue.Queue()
handler = logging.handlers.QueueHandler(records)
handler.addFilter(Context())
logger.addHandler(handler)
listener = logging.handlers.QueueListener(records, collect, respect_handler_level=True)


async def job(number: int) -> int:
    log = Adapter(logger, {"job": number})
    log.info("starts")
    await asyncio.sleep(number / 10)
    log.debug("the secret is %d", number)
    if number == 2:
        try:
            1 / 0
        except ZeroDivisionError:
            log.error("failed: %s", sys.exception())
    log.info("ends after %.1f", number / 10)
    return number ** 2


def blocking(n: int) -> str:
    logger.warning("thread %s", threading.current_thread().name)
    return "x" * n


async def main():
    listener.start()
    results = await asyncio.gather(*(job(n) for n in range(1, 4)))
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
        texts = await asyncio.gather(*[loop.run_in_executor(pool, blocking, n) for n in (1, 2)])
        futures = {pool.submit(pow, n, 2): n for n in (3, 4)}
        for future in as_completed(futures):
            print(futures[future], future.result())
    print(results, texts, await asyncio.to_thread(blocking, 3))
    listener.stop()


asyncio.run(main())
for line in collect.lines:
    print(line.replace("asyncio_0", "default"))
print(logging.getLevelName(35), logger.isEnabledFor(5), logger.getEffectiveLevel(), logger.parent.name)
