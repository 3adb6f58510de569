import logging
import unittest
import warnings


class T(unittest.TestCase):
    def runTest(self):
        pass


t = T()
with t.assertWarns(DeprecationWarning) as caught:
    warnings.warn('old', DeprecationWarning)
print(caught.warning)
with t.assertLogs('shop', 'INFO') as logs:
    logging.getLogger('shop').info('sold %d', 3)
    logging.getLogger('shop.till').error('empty')
print(logs.output)
with t.assertNoLogs('shop', 'ERROR'):
    logging.getLogger('shop').info('fine')
for make in (lambda: t.assertWarns(UserWarning), lambda: t.assertLogs('shop', 'ERROR'),
             lambda: t.assertRaises(KeyError)):
    try:
        with make():
            pass
    except AssertionError as e:
        print(e)
with t.assertRaises(KeyError) as caught:
    {}['x']
print(repr(caught.exception), caught.exception.__traceback__)
