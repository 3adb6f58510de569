s = '  xxhixx  '
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
print('xxhixx'.strip('x'), 'abcba'.lstrip('ab'), 'abcba'.rstrip('ab'), '\n\t a \r\n'.strip())
print('prefix-body'.removeprefix('prefix-'), 'a.py'.removesuffix('.py'), 'abc'.removeprefix('x'))
