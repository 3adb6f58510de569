"""The comparison sees what must be equal and overlooks only what may differ."""
import copy
import sys
import unittest

from comparison import differences

REPORT = {
    'stdout': [[0.0, 'start <Lock object at 0x7f0012345678>\n'], [1.5, 'end\n']],
    'loop': [[1, 0.0, 'Task.__step', 'Task-1']],
    'exception': 'ValueError: bad',
    'stderr': '/somewhere/asyncio/events.py:89: RuntimeWarning: coroutine \'f\' was never awaited\n'
              '  self._run()\n'
              'Traceback (most recent call last):\n'
              '  File "/folder/program.py", line 7, in main\n'
              '    f()\n'
              'ValueError: bad\n',
    'end': 1.5,
    'deadlock': False,
    'endless': False,
}


class Comparison(unittest.TestCase):
    def compare(self, **changes):
        return differences(REPORT, {**copy.deepcopy(REPORT), **changes}, 'program.py')

    def changed_stderr(self, old, new):
        self.assertIn(old, REPORT['stderr'])
        return self.compare(stderr=REPORT['stderr'].replace(old, new))

    def test_equal_reports_have_no_differences(self):
        self.assertEqual(self.compare(), [])

    def test_addresses_and_folders_may_differ(self):
        self.assertEqual(self.compare(stdout=[[0.0, 'start <Lock object at 0x10>\n'], [1.5, 'end\n']]), [])
        self.assertEqual(self.changed_stderr('/folder/program.py', 'program.py'), [])

    def test_a_place_in_the_library_and_the_source_lines_may_differ(self):
        self.assertEqual(self.changed_stderr('/somewhere/asyncio/events.py:89', '<sys>:0'), [])
        self.assertEqual(self.changed_stderr('    f()\n', ''), [])

    def test_each_field_is_compared(self):
        for field, value in (('stdout', REPORT['stdout'][:1]), ('loop', []), ('exception', None), ('end', 2.0),
                             ('deadlock', True), ('endless', True), ('stderr', '')):
            with self.subTest(field):
                self.assertTrue(self.compare(**{field: value}))

    def test_times_of_output_are_compared(self):
        self.assertTrue(self.compare(stdout=[REPORT['stdout'][0], [1.6, 'end\n']]))

    def test_warnings_and_frames_are_compared(self):
        self.assertTrue(self.changed_stderr("coroutine 'f'", "coroutine 'g'"))
        self.assertTrue(self.changed_stderr('line 7', 'line 8'))
        self.assertTrue(self.changed_stderr('in main', 'in other'))
        self.assertTrue(self.changed_stderr('/somewhere/asyncio/events.py:89', 'program.py:3'))


sys.exit(not unittest.main(exit=False).result.wasSuccessful())
