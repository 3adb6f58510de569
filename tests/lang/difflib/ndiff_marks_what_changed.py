import difflib

old = 'alpha\nbeta one\ngamma\n\ndelta = 1\n'.splitlines(keepends=True)
new = 'alpha\nbeta two\nomega\n\ndelta = 12\nlast\n'.splitlines(keepends=True)
print(''.join(difflib.ndiff(old, new)))
print(''.join(difflib.unified_diff(old, new, 'old', 'new', n=1)))
print(''.join(difflib.context_diff(old, new, 'old', 'new', n=1)))
print(''.join(difflib.restore(difflib.ndiff(old, new), 1)) == ''.join(old))
matcher = difflib.SequenceMatcher(None, 'abxcd', 'abcd')
print(matcher.get_opcodes(), matcher.ratio(), matcher.get_matching_blocks())
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
print(difflib.SequenceMatcher(lambda c: c == ' ', ' abcd', 'abcd abcd').find_longest_match())
