import io
import unittest


class T(unittest.TestCase):
    def test_sub(self):
        for i in range(4):
            with self.subTest('even', i=i):
                self.assertEqual(i % 2, 0)

    @unittest.skip('not today')
    def test_skip(self):
        self.fail()

    @unittest.skipUnless(True, 'never')
    def test_error(self):
        {}['gone']

    @unittest.expectedFailure
    def test_expected(self):
        self.fail('known')

    @unittest.expectedFailure
    def test_unexpected(self):
        pass


out = io.StringIO()
result = unittest.TextTestRunner(stream=out, verbosity=2).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(T))
for line in out.getvalue().splitlines():
    if '...' in line or line.startswith(('FAILED', 'Ran')):
        print(line)
for test, text in result.failures + result.errors:
    print(test, text.splitlines()[-1])
