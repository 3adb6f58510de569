import unittest


class T(unittest.TestCase):
    def runTest(self):
        pass


t = T()
checks = [
    (t.assertEqual, 1, 2), (t.assertEqual, [1, 2, 3], [1, 2, 4]), (t.assertEqual, (1,), (1, 2)),
    (t.assertEqual, {'a': 1}, {'a': 2}),
    (t.assertSetEqual, {1, 2}, {2, 3}),
    (t.assertEqual, 'spam\neggs', 'spam\nham'), (t.assertEqual, 'x' * 90, 'x' * 89 + 'y'),
    (t.assertNotEqual, 1, 1), (t.assertTrue, 0), (t.assertFalse, [1]), (t.assertIs, 1, 2),
    (t.assertIsNone, 0), (t.assertIsNotNone, None), (t.assertIn, 1, [2]), (t.assertNotIn, 2, [2]),
    (t.assertIsInstance, 1, str), (t.assertNotIsInstance, 1, int), (t.assertLess, 2, 1),
    (t.assertGreaterEqual, 1, 2), (t.assertAlmostEqual, 1, 1.5), (t.assertNotAlmostEqual, 1, 1),
    (t.assertCountEqual, [1, 2, 2], [1, 2, 3]), (t.assertRaises, ValueError, int, '1'),
    (t.assertRaises, 3), (t.assertSequenceEqual, [1], 5),
]
for check, *values in checks:
    try:
        check(*values)
    except (AssertionError, TypeError) as e:
        print(type(e).__name__, e)
    else:
        print('passed')
try:
    t.assertEqual(1, 2, 'why it matters')
except AssertionError as e:
    print(e)
