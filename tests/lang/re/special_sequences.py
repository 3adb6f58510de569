"""Escapes and anchors outside sets."""
import re
text = 'one two_3, fünf!\n'
for pattern in (r'\w+', r'\W+', r'\d', r'\D+', r'\s', r'\S+', r'\b\w', r'\w\b', r'\Bo', r'\Aone', r'!\Z', r'\n\Z', r'\.', r'\,', r'\-', r'\/', r'\ ', r'\n', r'\x6e', r'\u00fc', r'\156', r'\0', r'\e' if 0 else r'\t'):
    print(pattern, re.findall(pattern, text))
print(re.findall(r'\B', ''), re.findall(r'\b', 'a'), re.findall(r'\B', 'ab'), re.escape('a.b*c d-e_é\n#'), re.escape(b'a.b'))
print(re.findall(re.escape('1+1=2?'), 'is 1+1=2?'), re.findall('\U0001F600+', 'x😀😀'), re.findall(r'\U0001F600', 'x😀'))
