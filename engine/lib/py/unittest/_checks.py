"""The assert methods of TestCase."""

import difflib
import pprint
from collections import Counter

from ._contexts import (_AssertLogsContext, _AssertNotWarnsContext, _AssertRaisesContext,
                        _AssertWarnsContext, _compile)
from .util import _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr

_DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


def _diff(first_lines, second_lines):
    return '\n' + '\n'.join(difflib.ndiff(first_lines, second_lines))


class Checks:

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    # ---- Messages

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f'{standardMsg} : {msg}'
        except UnicodeDecodeError:
            return f'{safe_repr(standardMsg)} : {safe_repr(msg)}'

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + _DIFF_OMITTED % len(diff)

    def _refuse(self, msg, standardMsg):
        raise self.failureException(self._formatMessage(msg, standardMsg))

    def fail(self, msg=None):
        raise self.failureException(msg)

    # ---- Truth, identity, membership, types

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._refuse(msg, f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._refuse(msg, f'{safe_repr(expr)} is not false')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._refuse(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._refuse(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._refuse(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._refuse(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._refuse(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._refuse(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._refuse(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._refuse(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    # ---- Order

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._refuse(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._refuse(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._refuse(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._refuse(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    # ---- Equality

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            asserter = self._type_equality_funcs.get(type(first))
            if asserter is not None:
                return getattr(self, asserter) if isinstance(asserter, str) else asserter
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._refuse(msg, '%s != %s' % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._refuse(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, how, diff = self._nearness(first, second, places, delta)
        if not near:
            self._refuse(msg, f'{safe_repr(first)} != {safe_repr(second)} within {how} '
                              f'({safe_repr(diff)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, how, diff = self._nearness(first, second, places, delta)
        if first == second or near:
            after = '' if delta is None else f' ({safe_repr(diff)} difference)'
            self._refuse(msg, f'{safe_repr(first)} == {safe_repr(second)} within {how}{after}')

    @staticmethod
    def _nearness(first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, f'{safe_repr(delta)} delta', diff
        if places is None:
            places = 7
        return round(diff, places) == 0, f'{places!r} places', diff

    # ---- Containers

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = 'sequence' if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for seq, which in ((seq1, 'First'), (seq2, 'Second')):
                if not isinstance(seq, seq_type):
                    raise self.failureException(
                        f'{which} sequence is not a {kind}: {safe_repr(seq)}')
        problem = self._sequence_problem(seq1, seq2, kind)
        if problem is None:
            return
        diff = _diff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        self.fail(self._formatMessage(msg, self._truncateMessage(problem, diff)))

    @staticmethod
    def _sequence_problem(seq1, seq2, kind):
        """What is different, as text; None when the two are equal."""
        sizes = []
        for seq, which in ((seq1, 'First'), (seq2, 'Second')):
            try:
                sizes.append(len(seq))
            except (TypeError, NotImplementedError):
                return f'{which} {kind} has no length.    Non-sequence?'
        if seq1 == seq2:
            return None
        text = '%ss differ: %s != %s\n' % (kind.capitalize(), *_common_shorten_repr(seq1, seq2))
        for i in range(min(sizes)):
            items = []
            for seq, which in ((seq1, 'first'), (seq2, 'second')):
                try:
                    items.append(seq[i])
                except (TypeError, IndexError, NotImplementedError):
                    return f'{text}\nUnable to index element {i} of {which} {kind}\n'
            if items[0] != items[1]:
                text += '\nFirst differing element %d:\n%s\n%s\n' % (
                    i, *_common_shorten_repr(*items))
                break
        else:
            if sizes[0] == sizes[1] and type(seq1) is not type(seq2):
                return None
        if sizes[0] != sizes[1]:
            longer, which = (seq1, 'First') if sizes[0] > sizes[1] else (seq2, 'Second')
            shorter = min(sizes)
            text += f'\n{which} {kind} contains {max(sizes) - shorter} additional elements.\n'
            try:
                text += f'First extra element {shorter}:\n{safe_repr(longer[shorter])}\n'
            except (TypeError, IndexError, NotImplementedError):
                text += f'Unable to index element {shorter} of {which.lower()} {kind}\n'
        return text

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        only = []
        for left, right, which in ((set1, set2, 'first'), (set2, set1, 'second')):
            try:
                only.append(left.difference(right))
            except TypeError as e:
                self.fail(f'invalid type when attempting set difference: {e}')
            except AttributeError as e:
                self.fail(f'{which} argument does not support set difference: {e}')
        lines = []
        for items, where in zip(only, ('first set but not the second', 'second set but not the '
                                                                       'first')):
            if items:
                lines.append(f'Items in the {where}:')
                lines.extend(map(repr, items))
        if lines:
            self._refuse(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 == d2:
            return
        text = '%s != %s' % _common_shorten_repr(d1, d2)
        diff = _diff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
        self.fail(self._formatMessage(msg, self._truncateMessage(text, diff)))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            if Counter(first) == Counter(second):
                return
            differences = _count_diff_hashable(first, second)
        except TypeError:
            differences = _count_diff_all_purpose(first, second)
        if not differences:
            return
        lines = [f'First has {left}, Second has {right}:  {element!r}'
                 for left, right, element in differences]
        text = self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines))
        self.fail(self._formatMessage(msg, text))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        text = '%s != %s' % _common_shorten_repr(first, second)
        if len(first) > 2 ** 16 or len(second) > 2 ** 16:
            self._refuse(msg, text)
        lines = [one.splitlines(keepends=True) for one in (first, second)]
        if len(lines[0]) == 1 and len(lines[1]) == 1 and '\n' not in first[-1:]:
            lines = [[first + '\n'], [second + '\n']]
        elif not first.endswith('\n') or not second.endswith('\n'):
            for side in lines:
                if side and not side[-1].endswith('\n'):
                    side[-1] += '\n'
        diff = '\n' + ''.join(difflib.ndiff(*lines))
        self.fail(self._formatMessage(msg, self._truncateMessage(text, diff)))

    # ---- Patterns

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
            expected_regex = _compile(expected_regex)
        if not expected_regex.search(text):
            self._refuse(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in "
                              f'{text!r}')

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = _compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self._refuse(msg, f'Regex matched: {text[match.start():match.end()]!r} matches '
                              f'{unexpected_regex.pattern!r} in {text!r}')

    # ---- What happens

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _AssertRaisesContext(expected_exception, self)
        try:
            return context.handle('assertRaises', args, kwargs)
        finally:
            context = None  # its exception holds frames that hold it

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        try:
            return context.handle('assertRaisesRegex', args, kwargs)
        finally:
            context = None

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        context = _AssertNotWarnsContext(expected_warning, self)
        return context.handle('_assertNotWarns', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=True)
