import threading, queue, time, concurrent.futures
q = queue.Queue(maxsize=2); done = object(); lock = threading.Lock(); total = 0
def producer(n):
    for i in range(n):
        q.put(i); print(f"[{threading.current_thread().name}] put {i}")
        time.sleep(0.1)
    q.put(done)
def consumer():
    global total
    while True:
        item = q.get()
        if item is done:
            q.task_done(); break
        with lock: total += item
        time.sleep(0.25); q.task_done()
ts = [threading.Thread(target=producer, args=(4,), name="prod"), threading.Thread(target=consumer, daemon=True)]
for t in ts: t.start()
for t in ts: t.join()
q.join(); print(total, [t.is_alive() for t in ts], threading.active_count(), threading.main_thread().name, q.empty(), q.qsize())
for f in (lambda: q.get_nowait(), lambda: q.get(timeout=0.5), lambda: queue.Queue(1).put(1, block=False), lambda: q.task_done(), lambda: ts[0].start(), lambda: threading.Thread().join(), lambda: lock.release(), lambda: threading.Semaphore(-1), lambda: threading.Barrier(2).wait(0.1), lambda: threading.current_thread().join(), lambda: threading.Event().wait(0.2), lambda: threading.RLock().release(), lambda: threading.Condition().notify()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def boom(): raise ValueError("in thread")
t = threading.Thread(target=boom, name="boomer"); t.start(); t.join()
def hook(args): print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook; t = threading.Thread(target=boom, name="b2"); t.start(); t.join()
with concurrent.futures.ThreadPoolExecutor(max_workers=2, thread_name_prefix="w") as ex:
    fs = {ex.submit(pow, 2, n): n for n in range(3)}
    for f in concurrent.futures.as_completed(fs): print(fs[f], f.result())
    print(list(ex.map(lambda x: x * x, [1, 2, 3])), f.done(), f.exception(), f.running(), f.cancel(), f)
    bad = ex.submit(boom)
    try: bad.result()
    except ValueError as e: print(repr(e), bad)
    fut = ex.submit(time.sleep, 5)
    try: fut.result(timeout=1)
    except TimeoutError as e: print(type(e), e)
    d, nd = concurrent.futures.wait([fut, bad], timeout=1, return_when="FIRST_COMPLETED"); print(len(d), len(nd))
try: ex.submit(pow, 1, 1)
except RuntimeError as e: print(e)
local = threading.local(); local.x = 1
def other(): print(hasattr(local, "x"))
t = threading.Timer(0.5, other); t.start(); t.join(); print(local.x, local.__dict__)
cond = threading.Condition(); items = []
def waiter():
    with cond:
        cond.wait_for(lambda: items); print("got", items.pop())
w = threading.Thread(target=waiter); w.start()
with cond: items.append(5); cond.notify_all()
w.join(); print(queue.PriorityQueue().queue, queue.LifoQueue().maxsize)
pq = queue.PriorityQueue(); [pq.put(x) for x in [(2, "b"), (1, "a")]]; print(pq.get()); pq.shutdown(); 
try: pq.put(1)
except queue.ShutDown as e: print(repr(e))
threading.Thread(target=boom, name="last").start()
