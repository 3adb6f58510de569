import logging, sys, io
logging.warning("root warning %s", 5)
logging.info("not shown")
log = logging.getLogger("app.db")
print(log.name, log.parent, log.level, log.getEffectiveLevel(), log, logging.getLogger(), logging.getLevelName(30), logging.getLevelName("INFO"))
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d"))
log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate = False
def work():
    log.debug("debug %d items", 3)
    log.info("map %(a)s", {"a": 1})
    log.error("bad")
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")
        log.error("again", exc_info=True)
    log.critical("x", extra={"k": 1})
    log.log(25, "custom level")
    log.warning("stack", stack_info=False)
work()
class F(logging.Filter):
    def filter(self, record):
        record.msg = record.msg.upper(); return "secret" not in record.getMessage().lower()
log.addFilter(F()); log.info("hello"); log.info("secret")
buf = io.StringIO(); h2 = logging.StreamHandler(buf); h2.setFormatter(logging.Formatter("{levelname}:{message}", style="{")); h2.setLevel(logging.ERROR); log.addHandler(h2)
log.error("only here"); log.info("no"); print(repr(buf.getvalue()), h2)
class L(logging.Handler):
    def emit(self, r): print("EMIT", r.levelno, r.name, r.args, self.format(r))
root = logging.getLogger(); root.addHandler(L()); root.setLevel("INFO")
logging.getLogger("other").info("via root %s %s", 1, [2])
logging.addLevelName(15, "TRACE"); print(logging.getLevelName(15), log.isEnabledFor(10), log.hasHandlers(), len(log.handlers))
ad = logging.LoggerAdapter(log, {"id": 5}); ad.info("adapted"); print(ad)
log.info("bad args %d", "x")
try:
    log.setLevel("NOPE")
except ValueError as e:
    print(e)
logging.disable(logging.CRITICAL); log.critical("gone"); logging.disable(logging.NOTSET)
print(logging.Formatter("%(asctime)s").formatTime(logging.LogRecord("n", 10, "p", 1, "m", (), None), "%Y") > "2000")
try:
    logging.Formatter("{x}", style="%")
except ValueError as e:
    print(e)
try:
    logging.basicConfig(foo=1)
except ValueError as e:
    print(e)
logging.getLogger("lib").addHandler(logging.NullHandler())
log.handlers.clear(); log.propagate = True
log.info("final", extra={"message": 1})
