import logging
import logging.handlers
import queue
import sys

out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
log = logging.getLogger("kept")
log.propagate = False
log.setLevel(logging.DEBUG)

memory = logging.handlers.MemoryHandler(3, target=out)
log.addHandler(memory)
log.info("one")
log.debug("two")
print(len(memory.buffer))
log.error("three %d", 3)
print(len(memory.buffer))
log.info("last")
log.removeHandler(memory)
memory.close()

records = queue.Queue()
handler = logging.handlers.QueueHandler(records)
log.addHandler(handler)
listener = logging.handlers.QueueListener(records, out, respect_handler_level=True)
log.warning("before %s", "start")
listener.start()
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
out.setLevel(logging.ERROR)
log.info("not shown")
listener.stop()
print(records.empty(), handler.listener, listener._thread)

buffering = logging.handlers.BufferingHandler(2)
for _ in range(3):
    buffering.handle(logging.makeLogRecord({"msg": "x"}))
print(len(buffering.buffer), logging.handlers.SYSLOG_UDP_PORT)
