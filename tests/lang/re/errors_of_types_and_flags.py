"""What is no pattern, no text or no flag."""
import re
calls = [lambda: re.compile(5), lambda: re.compile(None), lambda: re.match('a', 5), lambda: re.match('a', b'a'),
         lambda: re.match(b'a', 'a'), lambda: re.compile('a', re.L), lambda: re.compile('a', re.A | re.U),
         lambda: re.compile(b'a', re.U), lambda: re.compile(re.compile('a'), re.I), lambda: re.sub('a', 5, 'a'),
         lambda: re.Pattern(), lambda: re.Match(), lambda: re.findall('a', None), lambda: re.split('a', ['a']),
         lambda: re.compile('a{99999999999}')]
for call in calls:
    try:
        print(call())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(issubclass(re.error, Exception), re.error is re.PatternError, re.PatternError.__mro__[1])
print(re.compile(re.compile('a')) is re.compile('a'))
