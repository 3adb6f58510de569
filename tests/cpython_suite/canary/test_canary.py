"""Tests that fail on purpose: a runner that reports any of them as passed is broken."""
import asyncio
import unittest
from unittest import mock


class Sync(unittest.TestCase):

    def test_equal_fails(self):
        self.assertEqual(1, 2)

    def test_raises_fails_when_nothing_is_raised(self):
        with self.assertRaises(ValueError):
            pass

    def test_regex_fails_when_the_text_differs(self):
        with self.assertRaisesRegex(ValueError, 'spam'):
            raise ValueError('eggs')

    def test_subtest_fails_alone(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    def test_other_exception_is_an_error(self):
        raise KeyError('gone')

    def test_cleanup_fails(self):
        self.addCleanup(self.fail, 'in a cleanup')

    def test_warning_is_missing(self):
        with self.assertWarns(DeprecationWarning):
            pass

    def test_mock_was_not_called(self):
        mock.Mock().assert_called_once_with(1)

    @unittest.expectedFailure
    def test_unexpected_success(self):
        pass

    @unittest.skip('on purpose')
    def test_skipped(self):
        self.fail('never run')

    def test_passes(self):
        self.assertTrue(True)


class Broken(unittest.TestCase):

    def setUp(self):
        raise RuntimeError('no fixture')

    def test_without_its_fixture(self):
        pass


class Async(unittest.IsolatedAsyncioTestCase):

    async def test_assertion_after_an_await_fails(self):
        await asyncio.sleep(1)
        self.assertIsNone(1)

    async def test_that_waits_for_ever(self):
        await asyncio.Event().wait()

    async def test_that_never_ends(self):
        while True:
            pass

    async def test_passes(self):
        await asyncio.sleep(1)
        self.assertEqual(asyncio.get_running_loop().time() >= 1, True)
