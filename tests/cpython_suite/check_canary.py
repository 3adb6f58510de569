"""`coroscope unittest` tells failures from passes: the canary's failing tests must be reported."""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CANARY = HERE / 'canary' / 'test_canary.py'
EXPECTED = r'''
FAIL  test_canary.Async.test_assertion_after_an_await_fails  AssertionError: 1 is not None (test_canary.py:N)
ok    test_canary.Async.test_passes
ERROR test_canary.Async.test_that_never_ends  The program was stopped after .*
ERROR test_canary.Async.test_that_waits_for_ever  Nothing can wake this program: .*
ERROR test_canary.Broken.test_without_its_fixture  RuntimeError: no fixture (test_canary.py:N)
FAIL  test_canary.Sync.test_cleanup_fails  AssertionError: in a cleanup.*
FAIL  test_canary.Sync.test_equal_fails  AssertionError: 1 != 2 (test_canary.py:N)
FAIL  test_canary.Sync.test_mock_was_not_called  AssertionError: Expected 'mock' to be called once. Called 0 times. (test_canary.py:N)
ERROR test_canary.Sync.test_other_exception_is_an_error  KeyError: 'gone' (test_canary.py:N)
ok    test_canary.Sync.test_passes
FAIL  test_canary.Sync.test_raises_fails_when_nothing_is_raised  AssertionError: ValueError not raised (test_canary.py:N)
FAIL  test_canary.Sync.test_regex_fails_when_the_text_differs  AssertionError: "spam" does not match "eggs" (test_canary.py:N)
skip  test_canary.Sync.test_skipped  on purpose
FAIL  test_canary.Sync.test_subtest_fails_alone  AssertionError: 1 == 1 (test_canary.py:N)
FAIL  test_canary.Sync.test_unexpected_success  unexpected success
FAIL  test_canary.Sync.test_warning_is_missing  AssertionError: DeprecationWarning not triggered (test_canary.py:N)
2 passed, 13 failed, 1 skipped
'''.strip().splitlines()


def matches(wanted, line):
    pattern = re.escape(wanted).replace(r'\.\*', '.*').replace(r':N\)', r':\d+\)')
    return re.fullmatch(pattern, line) is not None


def main():
    done = subprocess.run([os.environ['COROSCOPE'], 'unittest', CANARY], capture_output=True,
                          text=True, timeout=500)
    lines = done.stdout.splitlines()
    wrong = [f'{line}\n  instead of {wanted}' for wanted, line in zip(EXPECTED, lines)
             if not matches(wanted, line)]
    if len(lines) != len(EXPECTED):
        wrong.append(f'{len(lines)} lines instead of {len(EXPECTED)}')
    if done.returncode != 1:
        wrong.append(f'exit status {done.returncode} instead of 1')
    print('\n'.join(wrong) or f'all {len(lines)} lines as they have to be')
    if done.stderr:
        print(done.stderr[-2000:])
    return bool(wrong)


sys.exit(main())
