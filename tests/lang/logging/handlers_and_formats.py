import logging, sys

logging.warning('root warn %s', 1); logging.info('hidden')
log = logging.getLogger('a.b'); log.error('err %d', 5); log.debug('no')
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(message)s|%(threadName)s|%(taskName)s'))
lg = logging.getLogger('x'); lg.addHandler(h); lg.setLevel(logging.DEBUG); lg.propagate = False
def fn(): lg.info('in fn'); lg.debug({'a': 1}); lg.warning('%(k)s', {'k': 'v'})
fn()
try: 1/0
except ZeroDivisionError: lg.exception('boom')
print(logging.getLevelName(30), logging.getLevelName('INFO'), lg, logging.getLogger('x.y').parent is lg, lg.isEnabledFor(10), logging.getLogger('x.y').getEffectiveLevel())
lf = logging.Formatter('{levelname}:{message}', style='{'); print(lf.format(logging.LogRecord('n', 20, 'p.py', 1, 'm %s', ('q',), None)))
ad = logging.LoggerAdapter(lg, {'u': 1}); ad.info('adapter')
logging.basicConfig(level=logging.DEBUG, format='%(message)s!', force=True, stream=sys.stdout); logging.debug('dbg'); log.info('child')
