import threading


def action():
    raise ValueError('no')


barrier = threading.Barrier(2, action)


def work(name):
    try:
        barrier.wait()
    except (ValueError, threading.BrokenBarrierError) as error:
        print(name, repr(error))


threads = [threading.Thread(target=work, args=(n,)) for n in 'ab']
for t in threads:
    t.start()
for t in threads:
    t.join()
print(barrier.broken)
