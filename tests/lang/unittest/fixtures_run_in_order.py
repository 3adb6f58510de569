import io
import unittest

order = []


def setUpModule():
    order.append('module up')


def tearDownModule():
    order.append('module down')


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        order.append('class up')
        cls.addClassCleanup(order.append, 'class cleanup')

    @classmethod
    def tearDownClass(cls):
        order.append('class down')

    def setUp(self):
        order.append('up')
        self.addCleanup(order.append, 'cleanup')

    def tearDown(self):
        order.append('down')

    def test_a(self):
        order.append('a')

    def test_b(self):
        order.append('b')
        self.fail('on purpose')


result = unittest.TextTestRunner(stream=io.StringIO()).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(First))
print(order)
print(result)
