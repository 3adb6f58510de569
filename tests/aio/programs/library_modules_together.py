import asyncio, logging, random, time, functools, contextvars, contextlib, datetime, itertools, collections, typing, dataclasses, enum, sys
logging.basicConfig(level=logging.INFO, format='%(asctime)s %(levelname)s %(name)s [%(taskName)s] %(message)s', datefmt='%H:%M:%S')
log = logging.getLogger('worker')
var: contextvars.ContextVar[str] = contextvars.ContextVar('var', default='none')
class State(enum.Enum):
    IDLE = enum.auto(); BUSY = enum.auto()
@dataclasses.dataclass
class Job:
    id: int
    delay: float
    tags: list[str] = dataclasses.field(default_factory=list)
    state: State = State.IDLE
def timed(fn):
    @functools.wraps(fn)
    async def inner(*a, **k):
        t = time.perf_counter()
        try: return await fn(*a, **k)
        finally: print(f'{fn.__name__} took {time.perf_counter() - t:.3f}s at {time.strftime("%H:%M:%S")} {datetime.datetime.now():%H:%M:%S.%f}')
    return inner
@timed
async def work(job: Job):
    var.set(f'job{job.id}'); job.state = State.BUSY
    log.info('start %s', job)
    await asyncio.sleep(job.delay + random.random() / 10)
    log.warning('done %s var=%s', job.id, var.get())
    return job.id, round(random.uniform(1, 5), 3), random.choice('abc')
@contextlib.asynccontextmanager
async def session(name):
    print('open', name); await asyncio.sleep(0.1)
    try: yield name.upper()
    finally:
        await asyncio.sleep(0.1); print('close', name)
async def producer(q):
    for i, c in zip(itertools.count(1), 'xyz'):
        await q.put((i, c)); await asyncio.sleep(random.randint(1, 3) / 10)
    await q.put(None)
async def main():
    jobs = [Job(i, d) for i, d in enumerate([.3, .1, .2])]
    print(await asyncio.gather(*map(work, jobs)))
    print(collections.Counter(j.state.name for j in jobs), var.get())
    async with session('db') as s, contextlib.AsyncExitStack() as st:
        print(s, await st.enter_async_context(session('x')))
    q = asyncio.Queue(); t = asyncio.create_task(producer(q), name='prod')
    while (item := await q.get()) is not None: print(item, time.monotonic())
    await t
    loop = asyncio.get_running_loop(); fut = loop.create_future()
    loop.call_later(0.5, functools.partial(fut.set_result, 'later')); print(await fut, sys.version_info[:2])
    ctx = contextvars.copy_context(); print(ctx.run(var.get), list(ctx.items())[:1])
    heap = asyncio.PriorityQueue()
    for p in (3, 1, 2): heap.put_nowait((p, Job(p, 0)))
    print([heap.get_nowait()[0] for _ in range(3)])
    try:
        async with asyncio.timeout(0.05): await asyncio.sleep(1)
    except TimeoutError as e: log.exception('timeout')
    with contextlib.suppress(asyncio.CancelledError):
        x = asyncio.create_task(asyncio.sleep(10)); x.cancel(); await x
    print(time.time(), time.ctime(), time.localtime().tm_year)
asyncio.run(main())
