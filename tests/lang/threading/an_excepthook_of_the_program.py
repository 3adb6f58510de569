import threading


def hook(args):
    print('hook:', args.exc_type.__name__, args.exc_value, args.thread.name,
          args.exc_traceback is args.exc_value.__traceback__)


def work():
    raise LookupError('nothing there')


def leave():
    raise SystemExit('quietly')


threading.excepthook = hook
for target in (work, leave):
    t = threading.Thread(target=target)
    t.start()
    t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=leave)
t.start()
t.join()
print('end')
